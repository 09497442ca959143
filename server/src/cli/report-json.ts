import type { Finding, Fix, XlFileKind } from '../core/index.ts';
import type { Checked, CheckedUnit } from './check-files.ts';
import { compareText } from './check-files.ts';
import type { CheckedTexts } from './checked-texts.ts';
import { collectTexts } from './checked-texts.ts';
import type { FileMessage } from './find-files.ts';
import { relativePath } from './paths.ts';

/** The version of the form below; it changes when a program that reads the form would have to. */
const formatVersion = 1;

/** The report for programs: one JSON object. */
export function reportJson(checked: Checked, errors: readonly FileMessage[]): string {
  const texts = collectTexts(checked);
  const files = [...texts.files].map(([file, { unit }]) => ({
    path: relativePath(file),
    ...languageJson(unit.about),
    host: unit.root === undefined ? null : relativePath(unit.root),
  }));
  const report = {
    version: formatVersion,
    files: files.sort((a, b) => compareText(a.path, b.path)),
    findings: checked.findings.map((finding) => findingJson(finding, texts)),
    errors: errors.map(({ file, message }) => ({ path: relativePath(file), message })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** What the report calls the files that have the language but not the keys of a domU's. */
const kindNames: Readonly<Record<XlFileKind, string>> = { domain: 'xl', 'xl.conf': 'xl.conf', cpupool: 'cpupool' };

function languageJson(about: CheckedUnit['about']): object {
  if (about.language === 'interfaces') return { language: 'interfaces', dialect: about.dialect };
  return { language: kindNames[about.kind], xenVersion: about.xenVersion };
}

function findingJson(finding: Finding, texts: CheckedTexts): unknown {
  const { file, span } = finding.location;
  return {
    path: relativePath(file),
    rule: finding.rule,
    severity: finding.severity,
    refused: finding.refused,
    message: finding.message,
    ...texts.rangeOf(file, span),
    related: finding.related.map(({ location, message }) => ({
      path: relativePath(location.file),
      message,
      ...texts.rangeOf(location.file, location.span),
    })),
    fixes: finding.fixes.map((fix) => fixJson(fix, texts)),
  };
}

function fixJson({ title, safety, edits }: Fix, texts: CheckedTexts): unknown {
  return {
    title,
    safety,
    edits: edits.map(({ file, span, text }) => ({ path: relativePath(file), ...texts.rangeOf(file, span), text })),
  };
}
