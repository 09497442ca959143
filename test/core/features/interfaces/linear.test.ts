import { expect, test } from 'vitest';
import { completionsAt } from '../../../../server/src/core/features/interfaces/completion.ts';
import { definitionAt } from '../../../../server/src/core/features/interfaces/definition.ts';
import { hoverAt } from '../../../../server/src/core/features/interfaces/hover.ts';
import { referencesAt } from '../../../../server/src/core/features/interfaces/references.ts';
import { renameAt } from '../../../../server/src/core/features/interfaces/rename.ts';
import { symbolsOf } from '../../../../server/src/core/features/interfaces/symbols.ts';
import type { HostModel, InterfacesSnapshot } from '../../../../server/src/core/index.ts';
import { interfacesSnapshot, loadHostOf, memoryAccess, memoryFile } from '../../../../server/src/core/index.ts';
import { mainPath } from '../../../support/fixture.ts';

const file = memoryFile(mainPath);

/** A text of so many bridges, each with a VLAN as its port, and `auto` with nothing behind it at the end. */
function textOfSize(bridges: number): string {
  const stanzas = Array.from(
    { length: bridges },
    (_, n) =>
      `auto br${n}\niface br${n} inet manual\n  bridge_ports eth0.${n}\n  up ip link set br${n} up\niface p${n} inet dhcp\n`,
  );
  return `${stanzas.join('')}auto \n`;
}

/** The same host; `reads()` tells how many entries of its lists were looked at. */
function counted(host: HostModel): { readonly host: HostModel; readonly reads: () => number } {
  let reads = 0;
  const list = <Entry>(entries: readonly Entry[]): readonly Entry[] =>
    new Proxy(entries, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  class CountedMap<Key, Value> extends Map<Key, Value> {
    override *values(): ReturnType<Map<Key, Value>['values']> {
      for (const value of super.values()) {
        reads += 1;
        yield value;
      }
      return undefined;
    }
  }
  const { marks, stanzas, mappings, includes, directives } = host;
  return {
    host: {
      ...host,
      marks: list(marks),
      stanzas: list(stanzas),
      mappings: list(mappings),
      includes: list(includes),
      directives: list(directives),
      interfaces: new CountedMap(host.interfaces),
    },
    reads: () => reads,
  };
}

async function readsOf(
  feature: (snapshot: InterfacesSnapshot, text: string) => unknown,
  size: number,
): Promise<number> {
  const text = textOfSize(size);
  const loaded = await loadHostOf(memoryAccess({ [mainPath]: text }), file, async () => ({
    dialect: 'auto',
    management: [],
  }));
  if (loaded === undefined) throw new Error('no host');
  const { host, reads } = counted(loaded);
  feature(interfacesSnapshot(host), text);
  return reads();
}

const features: readonly [string, (snapshot: InterfacesSnapshot, text: string) => unknown][] = [
  ['symbols', (snapshot) => symbolsOf(snapshot, file)],
  ['hover', (snapshot) => hoverAt(snapshot, file, 6)],
  ['definition', (snapshot) => definitionAt(snapshot, file, 6)],
  ['references', (snapshot) => referencesAt(snapshot, file, 6)],
  ['completion', (snapshot, text) => completionsAt(snapshot, file, text.length - 1)],
  ['rename', (snapshot) => renameAt(snapshot, file, 6, 'lan')],
];

test.each(features)('the work for %s grows with the size of the host, not with its square', async (_, feature) => {
  const [small, large] = [await readsOf(feature, 200), await readsOf(feature, 1600)];
  expect(small).toBeGreaterThan(0);
  expect(large / small).toBeLessThan(9);
});
