import { describe, expect, test } from 'vitest';
import { parseXl } from '../../server/src/core/syntax/xl/parser.ts';
import { expandSnippet, xlSnippets } from '../support/snippets.ts';
import { checkXl } from '../support/xl.ts';

test('a user finds a snippet by one of its prefixes, and no two share one', () => {
  const prefixes = xlSnippets.flatMap((snippet) => snippet.prefixes);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const { prefixes: own } of xlSnippets) {
    expect(own[0]).toMatch(/^domu-/);
    for (const prefix of own) expect(prefix).toMatch(/^[a-z][a-z0-9-]*$/);
  }
});

describe.each(xlSnippets)('$name', ({ body, description }) => {
  const text = expandSnippet(body);

  test('says in a sentence what it makes', () => expect(description).toMatch(/^[A-Z].{20,}\.$/));

  test('in an empty file it is without any finding', () => {
    expect(checkXl(text).findings).toEqual([]);
  });

  test("gives each vif a MAC address of its own, of the range that is Xen's", () => {
    const addresses = [...text.matchAll(/\bmac=([^,']*)/g)].map((match) => match[1] ?? '');
    expect(addresses).toHaveLength(text.split('bridge=').length - 1);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^00:16:3e(?::[0-9a-f]{2}){3}$/);
  });

  test("has each setting once, and the guest's type among them", () => {
    const keys = parseXl(text).root.assignments.map(({ key }) => key.text);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(0, 2)).toEqual(['name', 'type']);
  });

  test('teaches in half a line', () => {
    const comments = parseXl(text).root.comments.map(({ span }) => text.slice(span.start, span.end));
    expect(comments.filter((comment) => comment.length > 90)).toEqual([]);
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});

test('there is one for each kind of guest and each place to boot from', () => {
  const text = xlSnippets.map(({ body }) => body).join('\n');
  for (const line of [
    'type = "pv"',
    'type = "pvh"',
    'type = "hvm"',
    'bootloader = "pygrub"',
    'boot = "dc"',
    'cmdline = ',
  ])
    expect(text).toContain(line);
});
