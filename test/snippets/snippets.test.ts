import { describe, expect, test } from 'vitest';
import { disableIpv6Line } from '../../server/src/core/schema/interfaces/disable-ipv6-line.ts';
import { parseInterfaces } from '../../server/src/core/syntax/interfaces/parser.ts';
import { checkFiles, mainPath } from '../support/fixture.ts';
import { expandSnippet, snippets } from '../support/snippets.ts';

test('a user finds a snippet by one of its prefixes, and no two share one', () => {
  const prefixes = snippets.flatMap((snippet) => snippet.prefixes);
  expect(prefixes.length).toBeGreaterThanOrEqual(snippets.length);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z][a-z0-9-]*$/);
});

describe.each(snippets)('$name', ({ body, description }) => {
  const text = expandSnippet(body);

  test('says in a sentence what it makes', () => expect(description).toMatch(/^[A-Z].{20,}\.$/));

  test('in an empty host it is without any finding', async () => {
    const { findings } = await checkFiles({ [mainPath]: text });
    expect(findings).toEqual([]);
  });

  test('behind a loopback stanza too', async () => {
    const loopback = 'auto lo\niface lo inet loopback\n';
    const { findings } = await checkFiles({ [mainPath]: text.startsWith(loopback) ? text : `${loopback}\n${text}` });
    expect(findings).toEqual([]);
  });

  test('keeps IPv6 off every bridge without an address', () => {
    const options = (stanza: { readonly options: readonly { readonly name: { readonly text: string } }[] }) =>
      stanza.options.map(({ name }) => name.text);
    for (const stanza of parseInterfaces(text).root.statements) {
      if (stanza.kind !== 'iface' || stanza.method?.text !== 'manual') continue;
      if (!options(stanza).includes('bridge_ports')) continue;
      expect(text.slice(stanza.span.start, stanza.span.end).split('\n')).toContain(`\t${disableIpv6Line}`);
    }
  });
});

test('the snippets of bridges without an address are there', () => {
  const withLine = snippets.filter(({ body }) => expandSnippet(body).includes(disableIpv6Line));
  expect(withLine.map(({ name }) => name)).toEqual([
    'Bridge without an IP address',
    'VLAN bridge without an IP address',
    'Internal bridge',
    'Bond',
    'Bond with VLAN bridges',
  ]);
});
