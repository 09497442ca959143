import { beforeAll, describe, expect, test } from 'vitest';
import { keysOf, unreadKeys } from '../../server/src/core/schema/xl/index.ts';
import type { GuestType, KeyDoc } from '../../server/src/core/schema/xl/key-doc.ts';
import { guestTypes } from '../../server/src/core/schema/xl/key-doc.ts';
import type { XenVersion } from '../../server/src/core/schema/xl/xen-version.ts';
import { compareVersions, hasSince } from '../../server/src/core/schema/xl/xen-version.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';

/** One setting in the file of a guest, and what the catalogue says that xl makes of it. */
interface Question {
  readonly key: string;
  readonly guest: GuestType;
  /** What stands behind `=`. */
  readonly written: string;
  readonly refused: boolean;
  /** Whether xl names the key on standard error; `undefined`: it is not asked. */
  readonly named?: boolean;
}

const series = (XEN_SERIES ?? '4.17') as XenVersion;
const keys = keysOf('domain').filter(
  ({ since, removedIn }) =>
    hasSince(series, since) && (removedIn === undefined || compareVersions(series, removedIn) < 0),
);

/** Keys that xl looks at for PV only beside `vnc`, when it makes a display of them. */
const displayKeys = new Set([
  ...['vnclisten', 'vncdisplay', 'vncunused', 'vncpasswd', 'keymap'],
  ...['sdl', 'opengl', 'display', 'xauthority'],
]);

/** Values that are not of a shape. */
const wrongShapes: Readonly<Record<KeyDoc['shape'], readonly string[]>> = {
  number: ['["1"]', '"yes"'],
  boolean: ['["1"]', '"yes"'],
  string: ['["x"]'],
  list: ['"x"'],
  'string-or-list': [],
};

const questions = keys.flatMap((doc) => [
  ...shapeQuestions(doc),
  ...wordQuestions(doc),
  ...rangeQuestions(doc),
  ...otherGuestQuestions(doc),
]);
let answers: ReadonlyMap<Question, string> = new Map();

beforeAll(async () => {
  if (!HAS_XEN) return;
  const found = await dryRun(questions.map(fileOf));
  answers = new Map(
    questions.map((question, index) => {
      const { exit = -1, messages = [] } = found[index] ?? {};
      return [question, verdict({ ...question, refused: exit !== 0, ...namedIn(question, messages) })];
    }),
  );
});

function namedIn({ key, named }: Question, messages: readonly string[]): Pick<Question, 'named'> {
  return named === undefined ? {} : { named: messages.some((message) => message.includes(`\`${key}'`)) };
}

describe.skipIf(!HAS_XEN)('xl makes of each key what the catalogue says', () => {
  test.each(keys.map(({ name }) => name))('%s', (name) => {
    const asked = questions.filter(({ key }) => key === name);
    expect(asked).not.toEqual([]);
    expect(asked.map((question) => answers.get(question))).toEqual(asked.map(verdict));
  });
});

describe.skipIf(!HAS_XEN)('what one key alone does', () => {
  test.each([
    ['pv', 'firmware="xyzzy"', 1, /pvgrub/],
    ['pvh', 'firmware="bios"', 1, /pvgrub/],
    ['hvm', 'firmware="xyzzy"', 0, undefined],
    ['hvm', 'viridian="xyzzy"', 0, undefined],
    ['pv', 'bootloader_args="a b"', 0, /deprecated/],
    ['pv', 'bootloader_args=["a"]', 0, undefined],
    ['pv', 'tsc_mode=1', 0, /deprecated/],
    ['hvm', 'timer_mode=1', 0, /deprecated/],
    ['hvm', 'device_model="/x"', 0, /ignoring device_model/],
    ['hvm', 'vif2=["x"]', 0, /vif2/],
    ['pv', 'vncviewer=1', 0, /ignoring "vncviewer"/],
    ['pv', 'vcpus=0', 0, undefined],
    ['pv', 'memory=""', 0, /not a valid number/],
    ['pv', 'memory=" 5"', 0, undefined],
    ['pv', 'memory="5 "', 0, /not a valid number/],
    ['pv', 'memory="9999999999999999999999"', 0, /out of range/],
    ['hvm', 'altp2mhvm=1', 0, /deprecated/],
    ['hvm', 'rdm="strategy=host,policy=strict"', 0, undefined],
  ] as const)('%s: %s', async (guest, setting, exit, message) => {
    const [key = ''] = setting.split('=');
    const [answer] = await dryRun([`${baseOf(key, guest)}${setting}\n`]);
    expect(answer?.exit).toBe(exit);
    if (message === undefined) expect(answer?.messages).toEqual([]);
    else expect(answer?.messages.join('\n')).toMatch(message);
  });

  test.each([
    ['pv', 'e820_host=0\npci=["01:00.0"]', '"e820_host": "True"'],
    ['hvm', 'bios="ovmf"\nfirmware="seabios"', '"bios": "seabios"'],
    ['hvm', 'bios="ovmf"\nfirmware="bios"', '"bios": "ovmf"'],
    ['hvm', 'vga="stdvga"\nstdvga=0', '"kind": "std"'],
  ] as const)('%s: of %j the outcome is %s', async (guest, settings, outcome) => {
    const [answer] = await dryRun([`${baseOf('firmware', guest)}${settings}\n`]);
    expect(answer?.output).toContain(outcome);
  });

  test('an empty string for bootloader_args crashes xl', async () => {
    const [answer] = await dryRun([`${baseOf('bootloader_args', 'pv')}bootloader_args=""\n`]);
    expect(answer?.exit).toBeGreaterThanOrEqual(128);
  });
});

describe.skipIf(!HAS_XEN)('xl never looks at keys that the catalogue calls unread', () => {
  const base = 'name="a"\nuuid="12345678-1234-1234-1234-123456789abc"\nkernel="/k"\n';

  test('their values change nothing, and xl says nothing', async () => {
    const [plain, ...others] = await dryRun([
      base,
      ...unreadKeys.flatMap(({ name }) => ['"x"', '["x"]', '1'].map((value) => `${base}${name}=${value}\n`)),
    ]);
    expect(plain).toMatchObject({ exit: 0, messages: [] });
    expect(others.filter(({ exit, messages }) => exit !== 0 || messages.length > 0)).toEqual([]);
    expect(new Set(others.map(({ output }) => output))).toEqual(new Set([plain?.output]));
  });
});

/** The verdict in words, so that a difference can be read. */
function verdict({ guest, written, refused, named }: Question): string {
  const said = named === undefined ? '' : named ? ', named' : ', not named';
  return `${guest} ${written}: ${refused ? 'refused' : 'accepted'}${said}`;
}

function fileOf({ key, guest, written }: Question): string {
  return `${baseOf(key, guest)}${key}=${written}\n`;
}

/** A file that xl takes, without the key and what it excludes. */
function baseOf(key: string, guest: GuestType): string {
  const lines = {
    name: 'name="a"',
    type: `type="${guest}"`,
    start: key === 'kernel' || key === 'firmware' ? 'bootloader="pygrub"' : 'kernel="/k"',
    ...(guest === 'pv' && displayKeys.has(key) ? { vnc: 'vnc=1' } : {}),
  };
  const kept = Object.entries(lines).filter(([name]) => name !== key && !(key === 'builder' && name === 'type'));
  return kept.map(([, line]) => `${line}\n`).join('');
}

/** The guests for which xl looks at the key; the type itself is asked about without one. */
function readersOf({ name, guests, isReadForAll }: KeyDoc): readonly GuestType[] {
  if (name === 'type' || name === 'builder') return ['pv'];
  return isReadForAll === true ? guestTypes : guests;
}

function shapeQuestions(doc: KeyDoc): readonly Question[] {
  const refused = doc.onWrongShape === 'refused';
  const named = refused ? {} : { named: doc.isSilent !== true };
  return readersOf(doc).flatMap((guest) =>
    wrongShapes[doc.shape].map((written) => ({ key: doc.name, guest, written, refused, ...named })),
  );
}

/** Each value, in other letters, cut short, and strings that are none. */
function wordQuestions(doc: KeyDoc): readonly Question[] {
  const { name: key, shape, value, onUnknownValue } = doc;
  if (shape === 'number' || shape === 'boolean' || key === 'firmware') return [];
  const words = value === undefined || onUnknownValue !== 'refused' ? [] : wordsOf(doc);
  const accepts = (text: string) => value === undefined || value.check(text) === undefined;
  const refuses = (guest: GuestType, text: string) =>
    (onUnknownValue === 'refused' && !(words.includes(text) && accepts(text))) || !!doc.refusedFor?.includes(guest);
  return readersOf(doc).flatMap((guest) =>
    [...words, 'xyzzy'].map((text) => ({ key, guest, written: written(doc, text), refused: refuses(guest, text) })),
  );
}

function wordsOf({ name, value, valuesSince, valuesRemovedIn }: KeyDoc): readonly string[] {
  const labels = value?.complete().map(({ label }) => label) ?? [];
  const known = labels.filter(
    (label) =>
      hasSince(series, valuesSince?.[label]) && compareVersions(series, valuesRemovedIn?.[label] ?? '99.0') < 0,
  );
  const variants = known.flatMap((label) => [label, label.toUpperCase(), label.slice(0, -1), ` ${label}`]);
  const others = name === 'uuid' ? ['12345678-1234-5678-9abc-123456789ABC', '123456781234567890abc123456789abc'] : [];
  return [...new Set([...variants, ...others, 'unknown', ...(known.length > 0 ? [''] : [])])];
}

function written({ shape, single }: KeyDoc, text: string): string {
  return shape === 'list' || single !== undefined ? `["${text}"]` : `"${text}"`;
}

function rangeQuestions(doc: KeyDoc): readonly Question[] {
  const { name: key, minimum, maximum, onOutOfRange } = doc;
  if (onOutOfRange === undefined) return [];
  const within = [minimum, maximum].filter((limit) => limit !== undefined);
  const outside = [minimum === undefined ? [] : minimum - 1, maximum === undefined ? [] : maximum + 1].flat();
  return readersOf(doc).flatMap((guest) => [
    ...within.map((number) => ({ key, guest, written: `"${number}"`, refused: false })),
    ...outside.map((number) => ({ key, guest, written: `"${number}"`, refused: onOutOfRange === 'refused' })),
  ]);
}

/** Whatever stands there, xl does not look at it. */
function otherGuestQuestions(doc: KeyDoc): readonly Question[] {
  const readers = readersOf(doc);
  if (doc.name === 'type' || doc.name === 'builder') return [];
  return guestTypes
    .filter((guest) => !readers.includes(guest))
    .flatMap((guest) =>
      ['["x"]', '"xyzzy"'].map((written) => ({ key: doc.name, guest, written, refused: false, named: false })),
    );
}
