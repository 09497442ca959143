import { describe, expect, test } from 'vitest';
import type { OutlineSymbol } from '../../../../server/src/core/features/answers.ts';
import { foldsOf } from '../../../../server/src/core/features/interfaces/folding.ts';
import { linksOf } from '../../../../server/src/core/features/interfaces/links.ts';
import { selectionsAt } from '../../../../server/src/core/features/interfaces/selection.ts';
import { symbolsOf } from '../../../../server/src/core/features/interfaces/symbols.ts';
import { atCursor, textAt } from '../../../support/cursor.ts';

describe('outline', () => {
  /** One line a symbol, children indented; in quotes what is selected. */
  function lines(fixture: Parameters<typeof textAt>[0], symbols: readonly OutlineSymbol[], indent = ''): string[] {
    return symbols.flatMap((symbol) => [
      `${indent}${symbol.kind} ${symbol.name}: ${symbol.detail} "${textAt(fixture, symbol.selection)}"`,
      ...lines(fixture, symbol.children, `${indent}  `),
    ]);
  }

  async function outline(text: string): Promise<string> {
    const fixture = await atCursor(text);
    return lines(fixture, symbolsOf(fixture.snapshot, fixture.file)).join('\n');
  }

  test('stanzas with what they are and their options, mappings, sources', async () => {
    expect(
      await outline(`
auto lo eth0
iface lo inet loopback
source interfaces.d/*
iface xenbr0.10 inet manual
    bridge_ports eth0.10
    up ip link set $IFACE up
iface eth0.10 inet manual
mapping eth*
    script /usr/local/sbin/choose
    map a b
iface eth0 inet6 auto inherits base
iface
`),
    ).toMatchInlineSnapshot(`
      "interface lo: inet loopback "lo"
      source interfaces.d/*: source "interfaces.d/*"
      bridge xenbr0.10: inet manual · bridge of eth0.10 "xenbr0.10"
        option bridge_ports: eth0.10 "bridge_ports"
        option up: ip link set $IFACE up "up"
      interface eth0.10: inet manual · VLAN 10 on eth0 "eth0.10"
      mapping eth*: mapping "eth*"
        option script: /usr/local/sbin/choose "script"
        option map: a b "map"
      interface eth0: inet6 auto inherits base "eth0"
      interface iface:  "iface""
    `);
  });
});

describe('folds', () => {
  async function folds(text: string): Promise<readonly string[]> {
    const fixture = await atCursor(text);
    return foldsOf(fixture.snapshot, fixture.file).map(({ span, kind }) => `${kind}: ${textAt(fixture, span)}`);
  }

  test('a stanza to its last option, not to the next one', async () => {
    expect(await folds('iface a inet manual\n  mtu 1\n\n  up x\n\n# next\nauto b\n')).toEqual([
      'lines: iface a inet manual\n  mtu 1\n\n  up x',
    ]);
  });

  test('a stanza without options is one line', async () => {
    expect(await folds('iface a inet manual\niface b inet manual\n')).toEqual([]);
  });

  test('mappings and continued lines', async () => {
    expect(
      await folds('mapping a\n  script x\nauto a \\\n  b\niface c inet manual\n  bridge_ports \\\n   d\n'),
    ).toEqual([
      'lines: mapping a\n  script x',
      'lines: auto a \\\n  b',
      'lines: iface c inet manual\n  bridge_ports \\\n   d',
      'lines: bridge_ports \\\n   d',
    ]);
  });

  test('blocks of comments of two lines and more', async () => {
    expect(await folds('# a\n  # b\n# c\n\n# d\nauto x\n# e\n#f\n')).toEqual([
      'comment: # a\n  # b\n# c',
      'comment: # e\n#f',
    ]);
  });

  test('regions, one in the other; an end without a start is none', async () => {
    expect(await folds('#endregion\n#region a\nauto x\n# region b\nauto y\n# endregion\n#endregion\n')).toEqual([
      'region: #region a\nauto x\n# region b\nauto y\n# endregion\n#endregion',
      'region: # region b\nauto y\n# endregion',
    ]);
  });
});

describe('links', () => {
  async function links(text: string): Promise<readonly string[]> {
    const fixture = await atCursor(text);
    return linksOf(fixture.snapshot, fixture.file).map(({ span, tooltip }) => `${textAt(fixture, span)} → ${tooltip}`);
  }

  const files = '# file: /etc/network/interfaces.d/a\nauto a\n# file: /etc/network/interfaces.d/b\nauto b\n';

  test('to the one file that a line reads', async () => {
    expect(await links(`source interfaces.d/a\nsource /etc/network/interfaces.d/b*\n${files}`)).toEqual([
      'interfaces.d/a → /etc/network/interfaces.d/a',
      '/etc/network/interfaces.d/b* → /etc/network/interfaces.d/b',
    ]);
  });

  test('none where there are several files, or none', async () => {
    expect(await links(`source interfaces.d/*\nsource missing\nsource\n${files}`)).toEqual([]);
  });
});

describe('selection', () => {
  async function steps(text: string): Promise<readonly string[]> {
    const fixture = await atCursor(text);
    return selectionsAt(fixture.snapshot, fixture.file, fixture.offset).map((span) => textAt(fixture, span));
  }

  test('word, value, line, stanza, file', async () => {
    expect(await steps('auto a\n\niface a inet manual\n  up ip li<|>nk\n  mtu 1\n')).toEqual([
      'link',
      'ip link',
      'up ip link',
      '  up ip link',
      'iface a inet manual\n  up ip link\n  mtu 1',
      'auto a\n\niface a inet manual\n  up ip link\n  mtu 1\n',
    ]);
  });

  test('a comment inside a stanza', async () => {
    expect(await steps('iface a inet manual\n  # wh<|>y\n  mtu 1\n')).toEqual([
      '# why',
      '  # why',
      'iface a inet manual\n  # why\n  mtu 1',
      'iface a inet manual\n  # why\n  mtu 1\n',
    ]);
  });

  test('a name on a line of its own', async () => {
    expect(await steps('auto eth<|>0\n')).toEqual(['eth0', 'auto eth0', 'auto eth0\n']);
  });
});
