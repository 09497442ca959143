import type { Atom } from '../atom.ts';
import { cutAtom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { Spec, SpecEffect, SpecField, SpecProblem } from './spec.ts';

/** What can be wrong with a vif's rate. */
export type RateProblemKind =
  /** Nothing at all, or nothing before `@`. xl: "no rate specified". */
  | 'rate-without-number'
  /** The part before `@` is no number with `B/s` or `b/s`, such as `10Mb`. xl: "invalid rate". */
  | 'unreadable-rate'
  /** 0, or more than 2^32-1 before the unit. xl: "rate overflow". */
  | 'rate-out-of-range'
  /** xl: "invalid replenishment interval". */
  | 'unreadable-rate-interval'
  /** 0, or more than 2^32-1 microseconds. xl: "replenishment interval overflow". */
  | 'rate-interval-out-of-range'
  /** A number with a leading zero, which xl reads as octal. */
  | 'octal-rate'
  /** An interval without a unit is one in seconds, though the man page says microseconds. */
  | 'rate-interval-without-unit';

/** How fast a guest may send (libxlu_vif.c). */
export interface Rate extends Spec<RateProblemKind> {
  /** `undefined` where xl refuses it. */
  readonly limit: RateLimit | undefined;
}

/** As many bytes may be sent in each interval. */
export interface RateLimit {
  readonly bytesPerSecond: number;
  readonly bytesPerInterval: number;
  readonly intervalMicroseconds: number;
}

const usualInterval = 50_000n;
const largest32 = 0xffff_ffffn;
const largest64 = (1n << 64n) - 1n;

/** What stands behind `rate=`, as libxlutil reads it. */
export function parseRate(atom: Atom): Rate {
  const at = atom.text.indexOf('@');
  const speed = cutAtom(atom, 0, at < 0 ? atom.text.length : at);
  const interval = at < 0 ? undefined : cutAtom(atom, at + 1);
  const fields = [field('speed', speed), ...(interval === undefined ? [] : [field('interval', interval)])];
  const problems = [speedProblem(speed), ...(interval === undefined ? [] : [intervalProblem(interval)])].flat();
  const refused = problems.some(({ effect }) => effect === 'refused');
  const limit = refused ? undefined : limitOf(speed.text, interval?.text);
  if (!refused && limit === undefined) problems.push(problem('rate-out-of-range', atom));
  return { atom, fields, problems, limit };
}

function field(name: string, value: Atom): SpecField {
  return { name, nameSpan: undefined, value, span: value.span };
}

function problem(kind: RateProblemKind, at: Atom, effect: SpecEffect = 'refused'): SpecProblem<RateProblemKind> {
  return { kind, span: at.span, effect };
}

/** A number that may be read as octal, for all that follows. */
const leadingZero = /^0[0-9]/;

function speedProblem(speed: Atom): SpecProblem<RateProblemKind>[] {
  const { text } = speed;
  if (text === '') return [problem('rate-without-number', speed)];
  if (!/^[0-9]+[GMK]?[Bb]\/s$/.test(text)) return [problem('unreadable-rate', speed)];
  const found = readUnsigned(text, 0);
  if (!isInRange(found?.value ?? 0n)) return [problem('rate-out-of-range', speed)];
  return leadingZero.test(text) ? [problem('octal-rate', speed, 'misread')] : [];
}

function intervalProblem(interval: Atom): SpecProblem<RateProblemKind>[] {
  const { text } = interval;
  if (!/^[0-9]+[mu]?s?$/.test(text)) return [problem('unreadable-rate-interval', interval)];
  const found = readUnsigned(text, 0);
  if (!isInRange(found?.value ?? 0n) || microsecondsOf(text) > largest32)
    return [problem('rate-interval-out-of-range', interval)];
  return [
    ...(leadingZero.test(text) ? [problem('octal-rate', interval, 'misread')] : []),
    ...(/[0-9]$/.test(text) ? [problem('rate-interval-without-unit', interval, 'misread')] : []),
  ];
}

function isInRange(value: bigint): boolean {
  return value > 0n && value <= largest32;
}

const multiples: ReadonlyMap<string, bigint> = new Map([
  ['G', 1_000_000_000n],
  ['M', 1_000_000n],
  ['K', 1_000n],
]);

function bytesOf(speed: string): bigint {
  const { value, end } = readUnsigned(speed, 0) ?? { value: 0n, end: 0 };
  // The unit is looked for behind the number as it was read, which for an octal one may be before the last digit.
  const multiple = multiples.get(speed.charAt(end)) ?? 1n;
  const isBits = speed.charAt(end) === 'b' || speed.charAt(end + 1) === 'b';
  return (value * multiple) / (isBits ? 8n : 1n);
}

function microsecondsOf(interval: string): bigint {
  const { value, end } = readUnsigned(interval, 0) ?? { value: 0n, end: 0 };
  const unit = interval.charAt(end);
  if (unit === 's' || unit === '') return value * 1_000_000n;
  return unit === 'm' ? value * 1_000n : value;
}

/** `undefined` where the two, multiplied, are more than 64 bits hold. */
function limitOf(speed: string, interval: string | undefined): RateLimit | undefined {
  const bytes = bytesOf(speed);
  const microseconds = interval === undefined ? usualInterval : microsecondsOf(interval);
  if (bytes > largest64 / microseconds) return undefined;
  return {
    bytesPerSecond: Number(bytes),
    bytesPerInterval: Number((bytes * microseconds) / 1_000_000n),
    intervalMicroseconds: Number(microseconds),
  };
}
