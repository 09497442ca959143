import { describe, expect, test } from 'vitest';
import type { XluAnswer, XluCrash } from '../../../support/xen.ts';
import { differenceInParsing, isAcceptedByXlu } from '../../../support/xl-parsing.ts';
import cases from './fixtures/behaviour-cases.json' with { type: 'json' };

interface Case {
  readonly text: string;
  readonly answer: XluAnswer | XluCrash;
}

/** The recorded answers of libxlutil 4.17, which calls the file `F` there; each letter of a value is a byte. */
const recorded: readonly Case[] = cases.flatMap(({ input, xlu }): readonly Case[] => {
  if (!('rc' in xlu)) return [{ text: input, answer: { signal: 6 } }];
  const { rc, settings, report } = JSON.parse(decodeBytes(JSON.stringify(xlu))) as XluAnswer;
  return [{ text: input, answer: { rc, settings, report: report.replace(/^F:/gm, 'cfg:') } }];
});

function decodeBytes(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}

describe('what libxlutil was recorded to read', () => {
  test('is whole: some are refused', () => {
    expect(recorded.length).toBeGreaterThan(200);
    expect(recorded.filter(({ answer }) => !isAcceptedByXlu(answer)).length).toBeGreaterThan(20);
  });

  test.each(recorded)('$text', ({ text, answer }) => expect(differenceInParsing(text, answer)).toBeUndefined());
});
