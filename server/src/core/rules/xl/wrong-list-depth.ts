import type { XlConfig } from '../../model/xl/config.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import { listOf } from '../../model/xl/values.ts';
import { vcpuCount } from '../../model/xl/vcpu-count.ts';
import type { ListValue } from '../../syntax/xl/ast.ts';
import type { Fix, Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { insertIn, replaceIn, textAt } from '../xl-wording.ts';

export const wrongListDepth: XlRule = {
  name: 'wrong-list-depth',
  group: 'xl',
  severity: 'error',
  summary: 'A list stands in a list where xl wants strings, or a string where it wants lists.',
  refuses: false,
  kinds: ['domain', 'cpupool'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const { key, doc } of readSettings(config)) {
      const items = listOf(config.settings, key) ?? [];
      const at = items.findIndex(
        (item) => (doc.isNested === true) !== (item.kind === 'list') && item.kind !== 'unread',
      );
      const item = items[at];
      if (item === undefined) continue;
      if (item.kind === 'list') yield reportOfList(config, key, item, at, items.length - at - 1);
      else {
        yield {
          location: placeIn(config, item.span),
          refuses: true,
          message: `\`${key}\` is a list of lists, and this entry is none. ${afterXlRefusal(config)}`,
          fixes: [
            {
              title: 'Put it in brackets',
              safety: 'unsafe',
              edits: [insertIn(config, item.span.start, '[ '), insertIn(config, item.span.end, ' ]')],
            },
          ],
        };
      }
    }
  },
};

function reportOfList(config: XlConfig, key: string, list: ListValue, index: number, behind: number): Report {
  const refuses = isRefused(config, key, index);
  const more =
    behind === 0
      ? ''
      : behind === 1
        ? ', and so is the entry behind it'
        : `, and so are the ${behind} entries behind it`;
  const what = `\`${key}\` is a list of strings, and this entry is a list itself`;
  return {
    location: placeIn(config, list.span),
    refuses,
    message: refuses
      ? `${what}. ${afterXlRefusal(config)}`
      : `${what}, at which xl stops reading: it is dropped without a word${more}.`,
    fixes: fixesFor(config, list),
  };
}

/** Those that xl reads by their number and exits or crashes where one is no string (xl_parse.c); it stops at such a one in all others. */
const counted: readonly string[] = ['ioports', 'irqs', 'iomem', 'viridian', 'mca_caps'];

function isRefused(config: XlConfig, key: string, index: number): boolean {
  if (counted.includes(key)) return true;
  if (key !== 'cpus' && key !== 'cpus_soft') return false;
  // What is not read for a vCPU is left as it was in memory.
  const count = vcpuCount(config);
  return count !== undefined && BigInt(index) < count;
}

/** Takes the brackets away, where there is something between them. */
function fixesFor(config: XlConfig, { span, items }: ListValue): readonly Fix[] {
  const isClosed = textAt(config, { start: span.end - 1, end: span.end }) === ']';
  if (items.length === 0 || !isClosed || items.some(({ kind }) => kind === 'list' || kind === 'unread')) return [];
  const inner = textAt(config, { start: span.start + 1, end: span.end - 1 });
  // A comma at the end would be one too many.
  const text = inner.includes('#') ? undefined : inner.trim().replace(/,$/, '').trimEnd();
  if (text === undefined) return [];
  return [{ title: 'Take the brackets away', safety: 'unsafe', edits: [replaceIn(config, span, text)] }];
}
