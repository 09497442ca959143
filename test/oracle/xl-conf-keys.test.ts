import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findKey, keysOf } from '../../server/src/core/schema/xl/index.ts';
import type { KeyDoc } from '../../server/src/core/schema/xl/key-doc.ts';
import type { XenVersion } from '../../server/src/core/schema/xl/xen-version.ts';
import { hasSince } from '../../server/src/core/schema/xl/xen-version.ts';
import { ROOT } from '../support/project-files.ts';
import { HAS_XEN, XEN_SERIES } from '../support/xen.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-xl-conf-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What xl says and does with a domU where `/etc/xen/xl.conf` has this line. */
function ask(line: string): { readonly exit: number | null; readonly said: string } {
  const [guest, conf] = [join(folder, 'guest'), join(folder, 'xl.conf')];
  writeFileSync(guest, 'name="a"\nkernel="/k"\nvcpus=1\n');
  writeFileSync(conf, `${line}\n`);
  const { status, stderr } = spawnSync(join(ROOT, 'test/oracle/tools/xen/xldry'), [guest], {
    encoding: 'utf8',
    env: { ...process.env, XENSTUB_XLCONF: conf },
  });
  return { exit: status, said: stderr.replace(/^Parsing config from .*\n/gm, '') };
}

const series = (XEN_SERIES ?? '4.17') as XenVersion;
const keys = keysOf('xl.conf').filter(({ since }) => hasSince(series, since));
const wrongShapes: Readonly<Record<KeyDoc['shape'], readonly string[]>> = {
  number: ['["1"]', '"yes"'],
  boolean: ['["1"]', '"yes"'],
  string: ['["x"]'],
  list: ['"x"'],
  'string-or-list': [],
};

describe.skipIf(!HAS_XEN)('xl makes of each key of xl.conf what the catalogue says', () => {
  const shapes = keys.flatMap((doc) => wrongShapes[doc.shape].map((written) => [doc.name, written] as const));
  test.each(shapes)('%s = %s', (name, written) => {
    const doc = findKey('xl.conf', name);
    const { exit, said } = ask(`${name} = ${written}`);
    expect(exit !== 0).toBe(doc?.onWrongShape === 'refused');
    if (doc?.isSilent === true) expect(said).toBe('');
    else expect(said).toContain(`warning: parameter \`${name}'`);
  });

  const words = keys.flatMap(({ name, value, onUnknownValue }) =>
    onUnknownValue === 'dropped' ? (value?.complete() ?? []).map(({ label }) => [name, label] as const) : [],
  );
  test.each(words)('%s = "%s"', (name, word) => {
    expect(ask(`${name} = "${word}"`)).toEqual({ exit: 0, said: '' });
    const other = ask(`${name} = "${word.toUpperCase()}"`);
    expect(other.exit).toBe(0);
    expect(other.said).toContain('invalid ');
  });

  test.each(keys.filter(({ minimum }) => minimum !== undefined).map(({ name }) => name))('the limits of %s', (name) => {
    expect(ask(`${name} = 2147483647`)).toEqual({ exit: 0, said: '' });
    expect(ask(`${name} = 2147483648`)).toEqual({ exit: 1, said: '' });
  });

  test.each(keys.filter(({ renamedTo }) => renamedTo !== undefined).map((doc) => [doc.name, doc.renamedTo] as const))(
    '%s is called %s now',
    (name, renamedTo) => {
      expect(ask(`${name} = "x"`).said).toMatch(`${name} is deprecated, please switch to ${renamedTo}`);
    },
  );

  test('a mask that is none lets a domU fail', () => {
    expect(ask('vm.cpumask = "x"')).toEqual({
      exit: 1,
      said: expect.stringContaining('Invalid pcpu range: x.'),
    });
    expect(findKey('xl.conf', 'vm.cpumask')?.onUnknownValue).toBe('fails-at-start');
  });
});

describe.skipIf(!HAS_XEN)('the scheduler of a CPU pool', () => {
  const value = findKey('cpupool', 'sched')?.value;

  /** Whether xl knows the name; without a hypervisor it gets no further than that. */
  function isKnown(name: string): boolean {
    const pool = join(folder, 'pool');
    writeFileSync(pool, `name="p"\nsched="${name}"\n`);
    const tool = join(ROOT, 'test/oracle/tools/xen/xl-n');
    const { stderr } = spawnSync(tool, ['-N', 'cpupool-create', pool], { encoding: 'utf8' });
    return !stderr.includes('Unknown scheduler');
  }

  const names = value?.complete().map(({ label }) => label) ?? [];
  test.each([...names, ...names.map((name) => name.toUpperCase()), 'sedf', 'unknown', 'x', '', 'cred', ' credit'])(
    '"%s"',
    (name) => {
      expect(value?.check(name) === undefined).toBe(isKnown(name));
    },
  );
});
