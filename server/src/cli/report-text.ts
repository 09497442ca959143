import { styleText } from 'node:util';
import type { FileId, Finding, Location, Severity } from '../core/index.ts';
import { severities } from './arguments.ts';
import type { Checked } from './check-files.ts';
import type { CheckedTexts } from './checked-texts.ts';
import { collectTexts } from './checked-texts.ts';
import { printable } from './output.ts';
import { readablePath } from './paths.ts';

type Style = Parameters<typeof styleText>[0];

/** Paints a text, or leaves it as it is where there are no colours. */
type Paint = (style: Style, text: string) => string;

const styles: Readonly<Record<Severity, Style>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  information: ['blue', 'bold'],
  hint: ['cyan', 'bold'],
};

/**
 * The report for people: each finding with its line, and a summary at the end.
 *
 * @param mended the files that were mended before
 */
export function reportText(checked: Checked, isColoured: boolean, mended: readonly FileId[]): string {
  const paint: Paint = isColoured ? styleText : (_, text) => text;
  const texts = collectTexts(checked);
  const blocks = checked.findings.map((finding) => `${findingText(finding, texts, paint)}\n`);
  const done = mended.map((file) => `Mended ${printable(readablePath(file))}.\n`).join('');
  return `${blocks.join('')}${done}${summary(checked, texts)}\n`;
}

/** The best fixes come first; a program can have all of them. */
const shownFixes = 3;

function findingText(finding: Finding, texts: CheckedTexts, paint: Paint): string {
  const { location, severity, message, rule } = finding;
  const head =
    `${paint('bold', placeText(location, texts))}: ${paint(styles[severity], severity)}: ` +
    `${printable(message)} ${paint('dim', `[${rule}]`)}`;
  const more = [
    ...finding.related.map((related) => `${placeText(related.location, texts)}: ${printable(related.message)}`),
    ...finding.fixes.slice(0, shownFixes).map((fix) => `fix (${fix.safety}): ${printable(fix.title)}`),
  ];
  return [head, ...frame(location, texts, paint, styles[severity]), ...more.map((line) => `    = ${line}`)].join('\n');
}

function placeText({ file, span }: Location, texts: CheckedTexts): string {
  const { line, column } = texts.placeOf(file, span.start);
  return `${printable(readablePath(file))}:${line}:${column}`;
}

/** So much of a long line is shown, and so much of it before the place. */
const frameWidth = 160;
const frameLead = 40;

/** The line of the place, and carets below it. A blank line has nothing to show. */
function frame(location: Location, texts: CheckedTexts, paint: Paint, style: Style): readonly string[] {
  const { text, offset } = texts.lineOf(location);
  if (text.trim() === '') return [];
  const from = location.span.start - offset;
  const to = Math.min(Math.max(location.span.end - offset, from + 1), Math.max(text.length, from + 1));
  const cut = to <= frameWidth ? 0 : Math.max(0, from - frameLead);
  const shown = printable(text.slice(cut, cut + frameWidth));
  const carets = '^'.repeat(Math.max(1, Math.min(to - cut, frameWidth) - (from - cut)));
  const number = String(texts.placeOf(location.file, location.span.start).line).padStart(5);
  const gutter = ' '.repeat(number.length);
  return [
    `${paint('dim', `${number} |`)} ${shown}`,
    `${paint('dim', `${gutter} |`)} ${' '.repeat(widthOf(printable(text.slice(cut, from))))}${paint(style, carets)}`,
  ];
}

/** In letters; one outside the basic plane is two UTF-16 units. */
function widthOf(text: string): number {
  return Array.from(text).length;
}

function summary(checked: Checked, texts: CheckedTexts): string {
  if (checked.units.length === 0) return 'Nothing was checked.';
  const where = extent(checked, texts);
  if (checked.findings.length === 0) return `No findings in ${where}.`;
  const numbers = severities.flatMap((severity) => {
    const found = checked.findings.filter((finding) => finding.severity === severity).length;
    return found === 0 ? [] : [severity === 'information' ? `${found} information` : count(found, severity)];
  });
  const mendable = checked.findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length;
  const fixable = mendable === 0 ? '' : ` --fix mends ${mendable} of them.`;
  return `${count(checked.findings.length, 'finding')} (${numbers.join(', ')}) in ${where}.${fixable}`;
}

/** How much was checked: `3 files of 1 host and 2 xl files`. */
function extent({ units }: Checked, { files }: CheckedTexts): string {
  const configs = units.filter(({ about }) => about.language === 'xl').length;
  const hosts = units.length - configs;
  const parts = [
    hosts === 0 ? undefined : `${count(files.size - configs, 'file')} of ${count(hosts, 'host')}`,
    configs === 0 ? undefined : count(configs, 'xl file'),
  ];
  return parts.filter((part) => part !== undefined).join(' and ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
