import type { SpecUse, XlConfig } from '../../model/xl/config.ts';
import { atomsOf, stringOf } from '../../model/xl/values.ts';
import type { SpecName } from '../../schema/xl/key-doc.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import { fieldText } from '../../syntax/xl/values/spec.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { OutlineSymbol } from '../answers.ts';

/** The outline of a file: of a domU its name first, then each setting with its disks, vifs and other devices below. */
export function symbolsOf({ config }: XlSnapshot, _file: FileId): readonly OutlineSymbol[] {
  const settings = config.tree.root.assignments.map((assignment) => settingSymbol(config, assignment));
  const [name] = atomsOf(config.settings, 'name');
  if (config.kind !== 'domain' || name === undefined) return settings;
  const guest = config.guest?.toUpperCase();
  const memory = stringOf(config.settings, 'memory');
  return [
    {
      name: name.text || 'domU',
      detail: [guest, memory === undefined ? undefined : `${memory} MiB`]
        .filter((part) => part !== undefined)
        .join(' · '),
      kind: 'domain',
      span: config.tree.root.span,
      selection: name.span,
      children: settings.filter((symbol) => symbol.name !== 'name'),
    },
  ];
}

function settingSymbol(config: XlConfig, assignment: Assignment): OutlineSymbol {
  const { key, span, value } = assignment;
  const uses = config.specs.filter((use) => use.assignment === assignment);
  const text =
    value === undefined || value.kind === 'list' ? undefined : config.tree.text.slice(value.span.start, value.span.end);
  const detail = text ?? (uses.length > 0 ? String(uses.length) : '');
  const isSecret = config.settings.get(key.text)?.doc?.isSecret === true;
  return {
    name: key.text,
    detail: isSecret ? '…' : detail,
    kind: 'key',
    span,
    selection: key.span,
    children: value?.kind === 'list' ? uses.map(deviceSymbol) : [],
  };
}

const kinds: Partial<Readonly<Record<SpecName, OutlineSymbol['kind']>>> = { disk: 'disk', vif: 'vif' };

function deviceSymbol({ spec, value, language, index }: SpecUse): OutlineSymbol {
  const { name, detail } = titles[language]?.(spec, index) ?? { name: value.atom.text, detail: '' };
  return {
    name: name || `${language} ${index}`,
    detail,
    kind: kinds[language] ?? 'device',
    span: value.span,
    selection: value.atom.span,
    children: [],
  };
}

type Title = (spec: SpecUse['spec'], index: number) => { readonly name: string; readonly detail: string };

/** What a device is called in the outline, and what it is made of. */
const titles: Partial<Readonly<Record<SpecName, Title>>> = {
  disk: (spec) => ({ name: fieldText(spec, 'vdev') ?? '', detail: fieldText(spec, 'target') ?? '' }),
  vif: (spec, index) => ({
    name: fieldText(spec, 'vifname') ?? `vif ${index}`,
    detail: [fieldText(spec, 'bridge'), fieldText(spec, 'mac'), fieldText(spec, 'ip')]
      .filter((part) => part !== undefined)
      .join(' · '),
  }),
  pci: (spec) => ({ name: fieldText(spec, 'bdf') ?? spec.atom.text, detail: '' }),
};
