import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { FileId } from '../../server/src/core/index.ts';
import { memoryAccess, memoryFile } from '../../server/src/core/index.ts';
import type { Candidates } from '../../server/src/lsp/checks/candidates.ts';
import { candidatesOf } from '../../server/src/lsp/checks/candidates.ts';
import type { CheckedDom0 } from '../../server/src/lsp/checks/checked-dom0s.ts';
import { noCheckedDom0s } from '../../server/src/lsp/checks/checked-dom0s.ts';

const web = memoryFile('/etc/xen/web.cfg');
const dom0: CheckedDom0 = {
  origin: web,
  units: [web],
  diagnostics: new Map([[web, []]]),
  reads: new Map([[web, 0]]),
  lists: new Set(),
};

test('a file that goes while the folders are searched is not among those found; under another name it is looked for again', async () => {
  const link = memoryFile('/etc/xen/auto/web.cfg');
  const db = memoryFile('/etc/xen/db.cfg');
  const search = async (found: readonly FileId[]): Promise<Candidates> => {
    const candidates: Candidates = candidatesOf(
      async () => {
        candidates.forgetBelow(web);
        return found;
      },
      { ...memoryAccess({}), realPath: async (file) => (file === link ? web : file) },
    );
    await candidates.refresh();
    return candidates;
  };
  const alone = await search([web, db]);
  expect([alone.all(), alone.isSearchWanted()]).toEqual([[db], false]);
  expect((await search([web, link])).isSearchWanted()).toBe(true);
});

test('what changes while a dom0 is checked makes it count no more; what changed before does not', () => {
  const dom0s = noCheckedDom0s();
  dom0s.outdate(() => true);
  dom0s.begin();
  expect(dom0s.add(dom0)).toBe(true);
  dom0s.outdate(({ reads }) => reads.has(web));
  expect(dom0s.takeOutdated()).toEqual([dom0]);
  dom0s.begin();
  dom0s.outdate(({ reads }) => reads.has(web));
  expect(dom0s.add(dom0)).toBe(false);
});

test('of changes that matter to no dom0, none is kept', async () => {
  const dom0s = noCheckedDom0s();
  dom0s.begin();
  dom0s.add(dom0);
  const change = (): WeakRef<object> => {
    const isOf = (): boolean => false;
    dom0s.outdate(isOf);
    return new WeakRef(isOf);
  };
  const kept = change();
  setFlagsFromString('--expose-gc');
  // A reference that was just made lives to the end of the turn.
  await new Promise((resolve) => setImmediate(resolve));
  (runInNewContext('gc') as () => void)();
  expect(kept.deref()).toBeUndefined();
  expect(dom0s.isChecked(web)).toBe(true);
});
