import type { SpecUse, XlConfig } from '../../model/xl/config.ts';
import { cpusNamed } from '../../model/xl/named-cpus.ts';
import { numberOf } from '../../model/xl/values.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import { overlaps } from '../../text/span.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { InlayHint } from '../answers.ts';

/** What is worth reading beside the text between two offsets: names of disks' fields, memory in GiB, the CPUs of a list. */
export function inlayHintsIn({ config }: XlSnapshot, _file: FileId, span: Span): readonly InlayHint[] {
  return [...config.specs.flatMap(diskHints), ...memoryHints(config), ...config.specs.flatMap(cpuHints)]
    .filter(({ offset }) => overlaps(span, { start: offset, end: offset }))
    .sort((a, b) => a.offset - b.offset);
}

/** Fields that are told apart by their place alone; the target stands first and needs no name. */
function diskHints({ language, spec }: SpecUse): readonly InlayHint[] {
  if (language !== 'disk') return [];
  return spec.fields
    .filter(
      ({ name, nameSpan, value }) =>
        nameSpan === undefined && value !== undefined && value.text !== '' && name !== 'target',
    )
    .map(({ name, span }): InlayHint => ({ offset: span.start, text: `${name}:`, side: 'before' }));
}

function memoryHints({ settings }: XlConfig): readonly InlayHint[] {
  return [...settings.values()].flatMap(({ key, doc, effective }): readonly InlayHint[] => {
    const number = doc?.unit === 'MiB' ? numberOf(settings, key) : undefined;
    const text = number && inGibibytes(number.value);
    const end = effective.at(-1)?.span.end;
    return text === undefined || end === undefined ? [] : [{ offset: end, text, side: 'behind' }];
  });
}

/** Below a GiB the number itself is as easy to read. */
function inGibibytes(mebibytes: bigint): string | undefined {
  if (mebibytes < 1024n) return undefined;
  const rounded = Number(mebibytes) / 1024;
  const isExact = Number.isInteger(rounded * 100);
  return `${isExact ? '=' : '≈'} ${Number(rounded.toFixed(2))} GiB`;
}

/** A longer list would hide the text. */
const mostCpusShown = 16;

function cpuHints({ language, value }: SpecUse): readonly InlayHint[] {
  const cpus = language === 'cpu-list' ? cpusNamed(value.atom) : undefined;
  // A single CPU says so itself.
  if (cpus === undefined || cpus.length < 2) return [];
  const shown = cpus.length > mostCpusShown ? '' : `: ${cpus.join(' ')}`;
  return [{ offset: value.span.end, text: `${cpus.length} CPUs${shown}`, side: 'behind' }];
}
