import type { Setting, XlConfig } from '../../model/xl/config.ts';
import { keysMeant, mayBeSet, takesValues } from '../../model/xl/key-spelling.ts';
import { findUnreadKey } from '../../schema/xl/index.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import { enumerate } from '../../text/markdown.ts';
import type { Fix, Report, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const unknownKey: XlRule = {
  name: 'unknown-key',
  group: 'xl',
  severity: 'warning',
  summary: 'xl has no such key, and does not say so; perhaps it is misspelt.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['unsafe'],
  *check({ config }) {
    const isPython = config.tree.problems.some(({ kind }) => kind === 'python-code');
    for (const setting of config.settings.values()) {
      // Other keys are reported as such (invalid-key).
      if (setting.doc !== undefined || !/^[a-z][._0-9a-z]*$/.test(setting.key)) continue;
      if (config.kind === 'domain' && findUnreadKey(setting.key) !== undefined) continue;
      const meant = keysMeant(config.kind, setting.key);
      // It may be a variable.
      if (meant.length > 0 || !isPython) yield reportOf(config, setting, meant);
    }
  },
};

const silence = 'and xl says nothing about keys that it does not know';

function reportOf(config: XlConfig, setting: Setting, meant: readonly KeyDoc[]): Report {
  const { key, assignments } = setting;
  const location = placeIn(config, assignments[0]?.key.span ?? { start: 0, end: 0 });
  if (meant.length === 0) {
    return {
      location,
      severity: 'hint',
      message: `xl has no key \`${key}\`: the line has no effect, ${silence}.`,
      tag: 'unnecessary',
    };
  }
  const names = enumerate(
    meant.map(({ name }) => `\`${name}\``),
    'or',
  );
  return {
    location,
    message: `xl has no key \`${key}\`; ${names} is likely meant. The line has no effect, ${silence}.`,
    fixes: meant
      .filter((doc) => mayBeSet(config, doc) && takesValues(doc, assignments))
      .map((doc) => renameFix(config, setting, doc.name)),
  };
}

function renameFix(config: XlConfig, { assignments }: Setting, name: string): Fix {
  const edits = assignments.map(({ key }) => replaceIn(config, key.span, name));
  return { title: `Write \`${name}\``, safety: 'unsafe', edits };
}
