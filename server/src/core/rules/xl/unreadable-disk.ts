import type { XlConfig } from '../../model/xl/config.ts';
import { cutDisks } from '../../model/xl/cut-disks.ts';
import type { DiskUse } from '../../model/xl/devices.ts';
import { faultsIn, reportOf } from '../device-fault.ts';
import { describeFault } from '../device-faults/index.ts';
import type { Fix, Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn, xlRefusal } from '../xl-refusal.ts';

export const unreadableDisk: XlRule = {
  ...xlRefusal,
  name: 'unreadable-disk',
  kinds: ['domain'],
  summary: 'A disk has a parameter, or lacks one, for which xl refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    const cut = cutDisks(config);
    const parts = new Set(cut.flat().map(({ value }) => value));
    for (const disk of cut) yield* reportOfCut(config, disk);
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.effect !== 'refused' || parts.has(fault.use.value)) continue;
      const report = describeFault(fault);
      if (report !== undefined)
        yield reportOf(fault, { ...report, message: `${report.message} ${afterXlRefusal(config)}` });
    }
  },
};

function* reportOfCut(config: XlConfig, parts: readonly DiskUse[]): Iterable<Report> {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return;
  const span = { start: first.value.span.start, end: last.value.span.end };
  yield {
    location: placeIn(config, span),
    message: `Each of these ${parts.length} strings is a disk of its own to xl; the parts of one disk stand in one string, with commas between them. ${afterXlRefusal(config)}`,
    fixes: joined(config, parts),
  };
}

/** Takes the quotes out between the parts; none where a comment stands there. */
function joined(config: XlConfig, parts: readonly DiskUse[]): readonly Fix[] {
  const gaps = parts.slice(1).flatMap(({ value: { atom } }, index) => {
    const before = parts[index]?.value.atom;
    return before === undefined ? [] : [{ start: before.span.end, end: atom.span.start }];
  });
  const quotes = new Set(gaps.map(({ start, end }) => config.tree.text.slice(start, end).replace(/[\s,]/g, '')));
  const isPlain = quotes.size === 1 && (quotes.has("''") || quotes.has('""'));
  if (!isPlain) return [];
  const edits = gaps.map((span) => ({ file: config.file, span, text: ',' }));
  return [{ title: 'Join the parts', safety: 'unsafe', edits }];
}
