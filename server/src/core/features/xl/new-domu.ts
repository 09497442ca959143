import type { SpecUse, XlConfig } from '../../model/xl/config.ts';
import { disksOf, vifsOf } from '../../model/xl/devices.ts';
import { faultOfDomainName } from '../../model/xl/domain-name.ts';
import { atomsOf, stringOf } from '../../model/xl/values.ts';
import type { NumberValue, StringValue, Value } from '../../syntax/xl/ast.ts';
import type { Atom } from '../../syntax/xl/atom.ts';
import { spanIn } from '../../syntax/xl/atom.ts';
import { replaceInValue } from '../../syntax/xl/print.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { TextEdit } from '../../text/edits.ts';
import { applyEdits } from '../../text/edits.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';

/** Where what may be there only once on a host comes from. */
export interface NewIdentity {
  /** The name of the new domU. */
  readonly name: string;
  /** A new MAC address, another one each time and none of the file. */
  readonly newMac: () => string;
  /** A new UUID, as 36 letters. */
  readonly newUuid: () => string;
}

/** The file of a new domU. */
export interface NewDomU {
  readonly kind: 'made';
  readonly text: string;
  /** The disks that are to be made, in the order of the file. */
  readonly disks: readonly { readonly vdev: string; readonly target: string }[];
  /** What is as it was and may have to be another, in the order of the new text. */
  readonly left: readonly LeftAsItWas[];
}

/** A place of the new text, and what is to be thought of there, as a full sentence. */
export interface LeftAsItWas {
  readonly span: Span;
  readonly advice: string;
}

/** Why there is no new domU, as a full sentence. */
export interface NewDomURefusal {
  readonly kind: 'refused';
  readonly reason: string;
}

/**
 * A domU like the one at hand under another name: with new MAC addresses, a new UUID where one is set, and disks of its own.
 * Comments stay. What only the user knows, such as addresses, is left as it was and told.
 */
export function newDomU(config: XlConfig, { name, newMac, newUuid }: NewIdentity): NewDomU | NewDomURefusal {
  const old = stringOf(config.settings, 'name');
  const refusal = whyNot(config, name, old);
  if (refusal !== undefined || old === undefined) return { kind: 'refused', reason: refusal ?? '' };
  const copy: Copy = { config, name, old, newUuid, newMac };
  const changes = [...nameChanges(copy), ...uuidChanges(copy), ...diskChanges(copy), ...vifChanges(copy)];
  const edits = changes.flatMap(({ use, span, text }) => replaceInValue(config, use, span, text));
  const places = [...leftOf(copy), ...mentionsLeft(copy, changes)];
  const left = places
    .map(({ span, advice }) => ({ span: moved(span, edits), advice }))
    .toSorted((a, b) => a.span.start - b.span.start);
  return { kind: 'made', text: applyEdits(config.tree.text, edits), disks: newDisks(copy), left };
}

function whyNot({ kind, settings }: XlConfig, name: string, old: string | undefined): string | undefined {
  if (kind !== 'domain') return 'This is no file of a domU.';
  if (old === undefined || old === '' || atomsOf(settings, 'name').length !== 1)
    return 'The file gives its domU no name in one string, so that nothing tells which disks are its own.';
  return name === old ? `This domU is called ${old} already.` : faultOfDomainName(name);
}

interface Copy extends NewIdentity {
  readonly config: XlConfig;
  readonly old: string;
}

type PlainValue = StringValue | NumberValue;

/** Another text for a part of a value; the span is one of the file. */
interface Change {
  readonly use: PlainValue;
  readonly span: Span;
  readonly text: string;
}

function nameChanges({ config, name }: Copy): readonly Change[] {
  return valuesOf(config, 'name').map((use) => ({ use, span: use.atom.span, text: name }));
}

function uuidChanges({ config, newUuid }: Copy): readonly Change[] {
  const own = valuesOf(config, 'uuid').map((use) => ({ use, span: use.atom.span, text: newUuid() }));
  const ofDevices = config.specs.flatMap(({ language, spec, value }): readonly Change[] => {
    const uuid = language === 'vtpm' ? fieldOf(spec, 'uuid')?.value : undefined;
    return uuid === undefined ? [] : [{ use: value, span: uuid.span, text: newUuid() }];
  });
  return [...own, ...ofDevices];
}

/** The values that count, where they are no lists. */
function valuesOf({ settings }: XlConfig, key: string): readonly PlainValue[] {
  return (settings.get(key)?.effective ?? []).flatMap(({ value }) =>
    value?.kind === 'string' || value?.kind === 'number' ? [value] : [],
  );
}

function diskChanges(copy: Copy): readonly Change[] {
  return disksOf(copy.config).flatMap(({ spec, value }) => {
    const target = spec.isCdrom ? undefined : fieldOf(spec, 'target')?.value;
    return target === undefined ? [] : renamed(copy, value, target);
  });
}

function vifChanges(copy: Copy): readonly Change[] {
  return vifsOf(copy.config).flatMap(({ spec, value }): readonly Change[] => {
    const mac = fieldOf(spec, 'mac')?.value;
    const vifname = fieldOf(spec, 'vifname')?.value;
    return [
      ...(mac === undefined ? [] : [{ use: value, span: mac.span, text: copy.newMac() }]),
      ...(vifname === undefined || !fitsInterface(copy, vifname) ? [] : renamed(copy, value, vifname)),
    ];
  });
}

/** A network device has 15 letters at most, of which `-emu` behind that of an emulated card takes four (vif-common.sh). */
function fitsInterface(copy: Copy, { text }: Atom): boolean {
  return text.replace(wholeName(copy.old), () => copy.name).length <= (copy.config.guest === 'hvm' ? 11 : 15);
}

/** The changes that put the new name for the old one wherever it is a word of its own. */
function renamed({ old, name }: Copy, use: PlainValue, atom: Atom): readonly Change[] {
  return [...atom.text.matchAll(wholeName(old))].map(({ index }) => ({
    use,
    span: spanIn(atom, index, index + old.length),
    text: name,
  }));
}

/** A name beside which no letter or digit stands: `web` in `/dev/vg0/web-disk`, but not in `webmail`. */
function wholeName(name: string): RegExp {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
}

function newDisks(copy: Copy): NewDomU['disks'] {
  return disksOf(copy.config).flatMap(({ spec }) => {
    const { target = '', vdev = '', isCdrom } = spec;
    const own = target.replace(wholeName(copy.old), () => copy.name);
    return isCdrom || own === target ? [] : [{ vdev, target: own }];
  });
}

/** What may be there only once, or for one guest, and cannot be chosen here. */
function leftOf(copy: Copy): readonly LeftAsItWas[] {
  const { config, old } = copy;
  return [
    ...disksOf(config).flatMap((disk) => diskLeft(copy, disk)),
    ...vifsOf(config).flatMap((vif) => vifLeft(copy, vif)),
    ...config.specs.flatMap(({ language, value, spec }): readonly LeftAsItWas[] => {
      const display = language === 'vfb' ? fieldOf(spec, 'vncdisplay') : undefined;
      if (display !== undefined) return [{ span: display.span, advice: `The VNC display is that of ${old}.` }];
      if (language !== 'pci' && language !== 'usbdev') return [];
      return [
        { span: value.span, advice: `A device is given to one domU at a time, and this one is given to ${old}.` },
      ];
    }),
    ...['vncdisplay', 'spiceport', 'spicetls_port'].flatMap((key) =>
      valuesOf(config, key).map(({ span }) => ({ span, advice: `\`${key}\` is that of ${old}.` })),
    ),
  ];
}

function diskLeft({ old }: Copy, { spec, value }: ReturnType<typeof disksOf>[number]): readonly LeftAsItWas[] {
  const { target = '', isCdrom, access } = spec;
  if (isCdrom || access === 'r' || target === '' || wholeName(old).test(target)) return [];
  const span = fieldOf(spec, 'target')?.value?.span ?? value.span;
  return [{ span, advice: `${inlineCode(target)} does not have ${old} in its name: both domUs would write to it.` }];
}

function vifLeft(copy: Copy, { spec }: SpecUse): readonly LeftAsItWas[] {
  const { old } = copy;
  const ip = fieldOf(spec, 'ip')?.value;
  const vifname = fieldOf(spec, 'vifname')?.value;
  const isNew = vifname !== undefined && wholeName(old).test(vifname.text) && fitsInterface(copy, vifname);
  return [
    ...(ip === undefined ? [] : [{ span: ip.span, advice: `${inlineCode(ip.text)} is the address of ${old}.` }]),
    ...(vifname === undefined || isNew
      ? []
      : [{ span: vifname.span, advice: `${inlineCode(vifname.text)} is the interface of ${old}.` }]),
  ];
}

/** Where the old name stands in any other value. */
function mentionsLeft({ config, old }: Copy, changes: readonly Change[]): readonly LeftAsItWas[] {
  const isSeenTo = ({ start, end }: Span): boolean =>
    changes.some(({ span }) => span.start <= start && end <= span.end) ||
    disksOf(config).some(({ value }) => value.span.start <= start && end <= value.span.end) ||
    vifsOf(config).some(({ spec }) => {
      const vifname = fieldOf(spec, 'vifname')?.span;
      return vifname !== undefined && vifname.start <= start && end <= vifname.end;
    });
  return [...config.settings.values()].flatMap(({ key, effective }) =>
    effective.flatMap(({ value }) =>
      atomsIn(value).flatMap((atom) =>
        [...atom.text.matchAll(wholeName(old))]
          .map(({ index }) => spanIn(atom, index, index + old.length))
          .filter((span) => !isSeenTo(span))
          .map((span) => ({ span, advice: `\`${key}\` still names ${old}.` })),
      ),
    ),
  );
}

function atomsIn(value: Value | undefined): readonly Atom[] {
  if (value === undefined || value.kind === 'unread') return [];
  return value.kind === 'list' ? value.items.flatMap(atomsIn) : [value.atom];
}

/** Where a span is after the edits, none of which meets it. */
function moved({ start, end }: Span, edits: readonly TextEdit[]): Span {
  const shift = edits
    .filter(({ span }) => span.end <= start)
    .reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  return { start: start + shift, end: end + shift };
}
