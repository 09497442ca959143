import type { XlConfig } from '../../model/xl/config.ts';
import type { ReadSetting } from '../../model/xl/read-settings.ts';
import { isOfSeries } from '../../model/xl/read-settings.ts';
import { flagOf, stringOf } from '../../model/xl/values.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { fixByComment, replaceIn } from '../xl-wording.ts';

export const deprecatedKey: XlRule = {
  name: 'deprecated-key',
  group: 'xl',
  severity: 'hint',
  summary: 'A key that another one has replaced, or that xl only says it ignores.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['safe'],
  *check({ config }) {
    if (config.guest === undefined) return;
    for (const setting of config.settings.values()) {
      const { doc, key, effective, assignments } = setting;
      const [last] = effective;
      if (doc?.deprecated === undefined || last === undefined || !isOfSeries(config, doc)) continue;
      const isIgnored = doc.guests.length === 0;
      if (!isIgnored && !doc.guests.includes(config.guest)) continue;
      const what = isIgnored ? `xl prints a warning about \`${key}\` and ignores it` : `\`${key}\` is deprecated`;
      yield {
        location: placeIn(config, assignments[0]?.key.span ?? last.key.span),
        severity: isIgnored ? 'information' : 'hint',
        tag: 'deprecated',
        message: `${what}: ${doc.deprecated}.`,
        fixes: fixesFor(config, { ...setting, doc, last }),
      };
    }
  },
};

type Replacement = (config: XlConfig) => string | undefined;

/** What to write for keys whose values have to be written otherwise, too; `undefined` where that depends on more. */
const replacements: Readonly<Record<string, { readonly key: string; readonly value: Replacement }>> = {
  builder: { key: 'type', value: ({ settings }) => typeOf(stringOf(settings, 'builder')) },
  stdvga: {
    key: 'vga',
    value: ({ settings }) => choose(flagOf(settings, 'stdvga'), '"stdvga"', '"cirrus"'),
  },
  altp2mhvm: { key: 'altp2m', value: ({ settings }) => choose(flagOf(settings, 'altp2mhvm'), '"mixed"', '"disabled"') },
};

function typeOf(builder: string | undefined): string | undefined {
  if (builder === 'hvm') return '"hvm"';
  return builder === 'generic' ? '"pv"' : undefined;
}

function choose(flag: boolean | undefined, on: string, off: string): string | undefined {
  if (flag === undefined) return undefined;
  return flag ? on : off;
}

function fixesFor(config: XlConfig, { doc, key, last, assignments }: ReadSetting): readonly Fix[] {
  const replacement = replacements[key];
  const name = doc.renamedTo ?? replacement?.key;
  const value = replacement?.value(config);
  if (name === undefined || assignments.length > 1) return [];
  // As the guest's type is known, both say the same.
  if (key === 'builder' && config.settings.has(name)) {
    return fixByComment(config, last.span).map((fix) => ({ ...fix, safety: 'safe' }));
  }
  if (config.settings.has(name)) return [];
  if (doc.renamedTo !== undefined) {
    return [{ title: `Write \`${name}\``, safety: 'safe', edits: [replaceIn(config, last.key.span, name)] }];
  }
  if (value === undefined || last.value === undefined) return [];
  const edits = [replaceIn(config, last.key.span, name), replaceIn(config, last.value.span, value)];
  return [{ title: `Write \`${name} = ${value}\``, safety: 'safe', edits }];
}
