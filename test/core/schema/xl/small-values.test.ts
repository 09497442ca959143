import { expect, test } from 'vitest';
import type { ValueType } from '../../../../server/src/core/schema/values/value-type.ts';
import { armSci } from '../../../../server/src/core/schema/xl/arm-sci.ts';
import { xenstoreQuota } from '../../../../server/src/core/schema/xl/xenstore-quota.ts';

/** The effect and what is marked; `undefined` where nothing is wrong. */
function problem(type: ValueType, text: string): string | undefined {
  const found = type.check(text);
  return found && `${found.effect} «${text.slice(found.span.start, found.span.end)}»`;
}

test.each([
  ['nodes=5000', undefined],
  ['whatever=0x10', undefined],
  ['nodes=010', undefined],
  ['nodes= 7', undefined],
  ['nodes=4294967295', undefined],
  ['nodes=4294967296', 'fails «4294967296»'],
  ['nodes=-1', 'fails «-1»'],
  ['nodes=08', 'fails «08»'],
  ['nodes=7 ', 'fails «7 »'],
  ['nodes=', 'fails «»'],
  ['nodes', 'fails «nodes»'],
  ['nodes={{ n }}', undefined],
])('xenstore_quota %j', (text, expected) => {
  expect(problem(xenstoreQuota, text)).toBe(expected);
});

test.each([
  ['type=none', undefined],
  ['type=SCMI_SMC', undefined],
  ['', undefined],
  ['type=scmi', 'fails «scmi»'],
  ['type=', 'fails «»'],
  ['type=none,type=x', 'fails «x»'],
  ['none', 'dropped «none»'],
  [' type=none', 'dropped « type=none»'],
])('arm_sci %j', (text, expected) => {
  expect(problem(armSci, text)).toBe(expected);
});

test('what is offered is taken, and explained', () => {
  for (const { label } of armSci.complete()) {
    expect([armSci.check(label), armSci.explain(label)]).toEqual([undefined, expect.any(String)]);
  }
  for (const { label } of xenstoreQuota.complete()) {
    expect([xenstoreQuota.check(`${label}1`), xenstoreQuota.explain(`${label}1`)]).toEqual([
      undefined,
      expect.any(String),
    ]);
  }
});
