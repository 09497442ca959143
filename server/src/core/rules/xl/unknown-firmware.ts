import type { XlConfig } from '../../model/xl/config.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { isTemplate } from '../../schema/values/opaque.ts';
import { findKey } from '../../schema/xl/index.ts';
import { nearest } from '../../text/edit-distance.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { replaceIn, shownSpan } from '../xl-wording.ts';

export const unknownFirmware: XlRule = {
  name: 'unknown-firmware',
  group: 'xl',
  severity: 'error',
  summary: 'A firmware that this type of guest does not have.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const [atom, ...more] = atomsOf(config.settings, 'firmware');
    const value = config.settings.get('firmware')?.effective[0]?.value;
    if (config.guest === undefined || atom === undefined || value === undefined || more.length > 0) return;
    if (isTemplate(atom.text)) return;
    const words = wordsFor(config.guest === 'hvm');
    const judged = config.guest === 'hvm' ? judgeHvm(atom.text, words) : judgeOther(config, atom.text, words);
    if (judged === undefined) return;
    yield {
      location: placeIn(config, shownSpan(value)),
      ...judged,
      fixes: fixesFor(config, atom.text, value.span, words),
    };
  },
};

/** The words of a type of guest, as the catalogue has them: those of PV and PVH are a GRUB. */
function wordsFor(isHvm: boolean): readonly string[] {
  const words = findKey('domain', 'firmware')?.value?.complete() ?? [];
  return words.map(({ label }) => label).filter((word) => word.startsWith('pvgrub') !== isHvm);
}

type Judged = Pick<Report, 'message' | 'severity' | 'refuses'>;

/** Any other word is a file of Xen's own folder, or a path. */
function judgeHvm(text: string, words: readonly string[]): Judged | undefined {
  const isWord = words.includes(text.toLowerCase()) || words.some((word) => word.startsWith(text));
  const isGrub = /^pvgrub(?:32|64)$/.test(text);
  if (isWord || text.includes('/') || (!isGrub && nearest(text.toLowerCase(), words, 2).length === 0)) return undefined;
  const why = isGrub ? 'is for PV and PVH guests' : 'is no firmware that xl knows';
  return {
    severity: 'warning',
    message: `${inlineCode(text)} ${why}: xl takes it for the name of a file and passes it on.`,
  };
}

function judgeOther(config: XlConfig, text: string, words: readonly string[]): Judged | undefined {
  if (words.includes(text)) return undefined;
  const what = `A ${(config.guest ?? '').toUpperCase()} guest has the firmware \`pvgrub32\` or \`pvgrub64\`, not ${inlineCode(text)}`;
  // xl compares only as many letters as there are, and puts them into a path.
  if (words.some((word) => word.startsWith(text))) {
    return { message: `${what}: xl looks for a file of that name, and the guest does not start.` };
  }
  return { refuses: true, message: `${what}. ${afterXlRefusal(config)}` };
}

function fixesFor(
  config: XlConfig,
  text: string,
  span: Parameters<typeof replaceIn>[1],
  words: readonly string[],
): readonly Fix[] {
  const plain = text.trim().toLowerCase();
  const meant = words.includes(plain) ? [plain] : nearest(plain, words, 2);
  return meant.map((word) => ({
    title: `Write \`"${word}"\``,
    safety: 'unsafe',
    edits: [replaceIn(config, span, `"${word}"`)],
  }));
}
