import { expect, test } from 'vitest';
import { generateXlOptionReference } from '../../scripts/generate/xl-options.ts';
import { specLanguages } from '../../server/src/core/model/xl/spec-languages.ts';
import { keysOf, unreadKeys } from '../../server/src/core/schema/xl/index.ts';

const reference = generateXlOptionReference();

/** The part of the reference below a heading. */
function section(heading: string): string {
  const start = reference.indexOf(`\n## ${heading}\n`);
  const end = reference.indexOf('\n## ', start + 1);
  return start < 0 ? '' : reference.slice(start, end < 0 ? undefined : end);
}

test('every key stands under the heading of its man page, with its source', () => {
  for (const key of keysOf('domain')) {
    expect(section(key.section), key.name).toContain(`**\`${key.name}\`**`);
    expect(section(key.section)).toContain(key.source);
  }
});

test('the other files have sections of their own', () => {
  for (const key of keysOf('xl.conf')) expect(section('/etc/xen/xl.conf')).toContain(`**\`${key.name}\`**`);
  for (const key of keysOf('cpupool')) expect(section('CPU pools')).toContain(`**\`${key.name}\`**`);
});

test('keys that nobody reads have their advice', () => {
  const lines = section('Keys that xl does not read').split('\n');
  for (const { name, origin, advice } of unreadKeys) expect(lines).toContain(`* \`${name}\` (${origin}): ${advice}`);
});

test('every parameter stands under its language', () => {
  for (const { name, parameters } of Object.values(specLanguages))
    for (const parameter of parameters) expect(section(`Strings of ${name}`)).toContain(`**\`${parameter.name}\`**`);
});

test('every link leads to a heading, and no heading stands there twice', () => {
  const anchors = [...reference.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 _-]/g, '')
      .replaceAll(' ', '-'),
  );
  expect(new Set(anchors).size).toBe(anchors.length);
  const links = [...reference.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(20);
  for (const anchor of links) expect(anchors).toContain(anchor);
});
