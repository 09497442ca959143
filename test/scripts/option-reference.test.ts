import { describe, expect, test } from 'vitest';
import { generateOptionReference } from '../../scripts/generate/options.ts';
import { allOptions, families, keywords } from '../../server/src/core/schema/interfaces/index.ts';

const reference = generateOptionReference();

/** The part of the reference below a heading. */
function section(heading: string): string {
  const start = reference.indexOf(`\n## ${heading}\n`);
  const end = reference.indexOf('\n## ', start + 1);
  return start < 0 ? '' : reference.slice(start, end < 0 ? undefined : end);
}

describe('the option reference', () => {
  test('has a section for each method, with its options and their sources', () => {
    for (const family of families) {
      for (const method of family.methods) {
        const text = section(`${family.name} ${method.name}`);
        expect(text, `${family.name} ${method.name}`).toContain(method.summary);
        for (const option of method.options) expect(text).toContain(`**\`${option.name}\`**`);
      }
    }
  });

  test('names the packages of all other options', () => {
    for (const option of allOptions()) {
      if (option.package === 'ifupdown') continue;
      expect(section(option.package)).toContain(`**\`${option.name}\`**`);
    }
  });

  test('has every keyword with its form', () => {
    for (const keyword of keywords) expect(section('Keywords')).toContain(`\`${keyword.syntax}\``);
  });

  test('every link leads to a heading', () => {
    const anchors = new Set(
      [...reference.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-')),
    );
    const links = [...reference.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(20);
    for (const anchor of links) expect(anchors).toContain(anchor);
  });
});
