import { describe, expect, test } from 'vitest';
import { findKey, findUnreadKey, keysOf, unreadKeys } from '../../../../server/src/core/schema/xl/index.ts';
import type { KeyDoc, KeyShape, XlFileKind } from '../../../../server/src/core/schema/xl/key-doc.ts';
import { compareVersions, xenVersions } from '../../../../server/src/core/schema/xl/xen-version.ts';
import facts from './fixtures/keys.json' with { type: 'json' };

/** The shape that xl asks for, by the words of the facts. */
const shapes: Readonly<Record<string, KeyShape>> = {
  int: 'number',
  bool: 'boolean',
  string: 'string',
  enum: 'string',
  'bool|enum': 'string',
  'list-of-string': 'list',
  'list-of-list': 'list',
  'string|list-of-string': 'string-or-list',
  'bool|list-of-string': 'string-or-list',
};

/** xl takes a string for it with a warning; the facts have the list alone. */
const alsoString = ['bootloader_args'];

/** Values beside those of the facts: numbers that mean the same, and what older series took. */
const moreValues: Readonly<Record<string, readonly string[]>> = {
  gfx_passthru: ['0', '1'],
  usbversion: [],
  device_model_version: ['qemu-xen-traditional'],
};

const domainKeys = keysOf('domain');
const kinds: readonly XlFileKind[] = ['domain', 'xl.conf', 'cpupool'];

describe('the keys of a domU are those that xl reads', () => {
  test('by name, each once', () => {
    const names = domainKeys.map(({ name }) => name);
    expect(names.toSorted()).toEqual(facts.read.map(({ name }) => name).toSorted());
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(facts.read.map((fact) => [fact.name, fact] as const))('%s', (name, fact) => {
    const doc = findKey('domain', name) as KeyDoc;
    const found = {
      shape: alsoString.includes(name) ? 'list' : doc.shape,
      isNested: doc.isNested === true,
      guests: doc.guests.toSorted(),
      since: doc.since,
      minimum: doc.minimum,
      maximum: doc.maximum,
      deprecated: doc.deprecated !== undefined,
      secret: doc.isSecret === true,
      path: doc.isPath === true,
      required: doc.required === true,
      arm: doc.architecture === 'arm',
      undocumented: doc.source.startsWith('not in xl.cfg(5)') && !doc.deprecated,
    };
    expect(found).toEqual({
      shape: shapes[fact.type],
      isNested: fact.type === 'list-of-list',
      guests: fact.guests.toSorted(),
      since: fact.since,
      minimum: fact.minimum,
      maximum: fact.maximum,
      deprecated: fact.deprecated === true,
      secret: fact.secret === true,
      path: fact.path === true,
      required: fact.mandatory === true,
      arm: fact.architecture === 'arm',
      undocumented: fact.undocumented === true,
    });
  });

  test.each(facts.read.flatMap((fact) => (fact.values === undefined ? [] : [[fact.name, fact.values] as const])))(
    'the values of %s',
    (name, values) => {
      const labels = findKey('domain', name)
        ?.value?.complete()
        .map(({ label }) => label.replace(/=$/, ''));
      expect(labels?.toSorted()).toEqual([...values, ...(moreValues[name] ?? [])].toSorted());
    },
  );
});

test('the keys that nobody reads are those of the facts, and no others', () => {
  expect(unreadKeys.map(({ name }) => name).toSorted()).toEqual(facts.unread.toSorted());
  expect(unreadKeys.filter(({ name }) => findKey('domain', name) !== undefined)).toEqual([]);
});

test('advice for a key that nobody reads names only keys that are read', () => {
  const renamed = unreadKeys.flatMap(({ renamedTo }) => renamedTo ?? []);
  expect(renamed).toContain('cap');
  expect(renamed.filter((name) => findKey('domain', name) === undefined)).toEqual([]);
  expect(findUnreadKey('dhcp')?.advice).toMatch(/extra|kernel/);
  expect(findUnreadKey('memory')).toBeUndefined();
});

describe.each(kinds)('what is said about the keys of a %s file', (kind) => {
  const docs = keysOf(kind);

  test('is a sentence each', () => {
    const wrong = docs.filter(
      ({ summary, details = '.' }) => !/^(?:[A-Z"'`0-9]).*\.$/s.test(summary) || !details.endsWith('.'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('has series that are known, in values too', () => {
    const versions = docs.flatMap((doc) => [
      ...Object.values(doc.valuesSince ?? {}),
      ...Object.values(doc.valuesRemovedIn ?? {}),
    ]);
    expect(versions.filter((version) => !xenVersions.includes(version))).toEqual([]);
    const newest = xenVersions.at(-1) ?? '4.0';
    expect(docs.filter(({ since = newest }) => compareVersions(since, newest) > 0)).toEqual([]);
    const values = docs.flatMap((doc) =>
      Object.keys({ ...doc.valuesSince, ...doc.valuesRemovedIn }).filter(
        (value) => !doc.value?.complete().some(({ label }) => label === value),
      ),
    );
    expect(values).toEqual([]);
  });

  test('renames to, and needs, keys that are there', () => {
    const names = docs.flatMap(({ renamedTo, usedWith }) => [renamedTo ?? [], usedWith ?? []].flat());
    expect(names.filter((name) => findKey(kind, name) === undefined)).toEqual([]);
  });

  test('has a default that is one of the values, where there are only those', () => {
    const wrong = docs.filter(({ value: item, single: value = item, default: usual, onUnknownValue }) => {
      if (onUnknownValue === undefined || usual === undefined || /[ []/.test(usual)) return false;
      return value !== undefined && value.check(usual) !== undefined;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('explains each value that it offers, and takes it', () => {
    const candidates = docs.flatMap(({ name, value }) =>
      (value?.complete() ?? []).map(({ label }) => ({ name, value, label })),
    );
    const wrong = candidates.filter(({ value, label }) => {
      if (label.endsWith('=')) return false;
      return value?.check(label) !== undefined || value?.explain(label) === undefined;
    });
    expect(wrong.map(({ name, label }) => `${name} ${label}`)).toEqual([]);
  });
});

test('every key that a sentence about a domU names is one', () => {
  const named = domainKeys.flatMap(({ name, summary, details = '', deprecated = '' }) =>
    [...`${summary} ${details} ${deprecated}`.matchAll(/`([a-z0-9_]+) = |`([a-z0-9]*_[a-z0-9_]*)`/g)].map(
      ([, assigned, word = assigned]) => ({ name, word: word ?? '' }),
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  const unknown = named.filter(({ word }) => findKey('domain', word) === undefined);
  expect(unknown.map(({ name, word }) => `${name}: ${word}`)).toEqual([]);
});

test('the keys of the other files', () => {
  expect(keysOf('xl.conf').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['vif.default.bridge', 'autoballoon', 'vm.cpumask', 'domid_policy', 'defaultbridge']),
  );
  expect(keysOf('xl.conf')).toHaveLength(22);
  expect(keysOf('cpupool').map(({ name }) => name)).toEqual(['name', 'sched', 'nodes', 'cpus']);
  expect(findKey('cpupool', 'memory')).toBeUndefined();
  expect(findKey('domain', 'autoballoon')).toBeUndefined();
});
