import { expect, test } from 'vitest';
import { parseCpuid, parseCpuidLeaf } from '../../../../../server/src/core/syntax/xl/values/cpuid.ts';
import { fieldText } from '../../../../../server/src/core/syntax/xl/values/spec.ts';
import { atomOf, shown } from './specs.ts';

const names = new Map([
  ['tm', 1],
  ['nc', 8],
  ['rdcl-no', 0],
]);

test.each([
  ['host,tm=0,nc=3,rdcl-no=1'],
  ['host'],
  [''],
  ['host,tm=x,nc=0xff'],
  ['tm=0', 'missing-host «tm=0» dropped'],
  [' host,tm=0', 'missing-host « host» dropped'],
  [
    'host,tm,nope=1,tm=z',
    'missing-equals-sign «tm» dropped',
    'unknown-parameter «nope» dropped',
    'illegal-value «z» dropped',
  ],
  ['host, tm=0', 'blank-at-name « tm» dropped'],
  ['host,TM=0', 'unknown-parameter «TM» dropped'],
  ['host,tm=', 'illegal-value «» dropped'],
  ['host,tm=2', 'number-too-large «2» misread'],
  ['host,nc=256', 'number-too-large «256» misread'],
  ['host,nc=-1', 'number-too-large «-1» misread'],
  ['host,tm=xx', 'text-behind-value «xx» misread'],
  ['host,tm=1=0', 'text-behind-value «1=0» misread'],
  ['host,rdcl-no=10', 'illegal-msr-value «10» dropped'],
  ['host,tm=0,tm=1', 'repeated-parameter «tm=0» dropped'],
])('%s', (text, ...expected) => {
  expect(shown(parseCpuid(atomOf(text), names))).toEqual(expected);
});

const bits = 'x'.repeat(32);

test.each([
  [`1:ecx=${bits}`],
  [`0x80000001:eax=${bits}, ebx=${bits}`],
  [`7,0:ebx=${bits},`],
  ['1:'],
  ['1:ecx=1', 'wrong-length «1» dropped'],
  ['', 'illegal-leaf «» dropped'],
  ['host,tm=0', 'illegal-leaf «host,tm=0» dropped'],
  ['7,:', 'illegal-subleaf «,:» dropped'],
  ['1', 'missing-colon «» dropped'],
  [`1 :eax=${bits}`, `missing-colon « :eax=${bits}» dropped`],
  [`1:rax=${bits}`, `unknown-register «rax=${bits}» dropped`],
  ['1:eax', 'unknown-register «eax» dropped'],
  [`1:eaxx=${bits}`, 'text-behind-register «eaxx» misread'],
  [`1:eax=${bits.slice(1)}z`, 'unknown-bit «z» fails-at-start'],
  [`1:eax=1,ebx=${bits}`, 'wrong-length «1» dropped'],
  [`4294967296:eax=${bits}`, 'number-too-large «4294967296» misread'],
])('%s in a list', (text, ...expected) => {
  expect(shown(parseCpuidLeaf(atomOf(text)))).toEqual(expected);
});

test('leaf, subleaf and registers are fields', () => {
  const spec = parseCpuidLeaf(atomOf(`7,1:eax=${bits}, edx=${bits}`));
  expect(spec.fields.map(({ name }) => name)).toEqual(['leaf', 'subleaf', 'eax', 'edx']);
  expect(['leaf', 'subleaf', 'edx'].map((name) => fieldText(spec, name))).toEqual(['7', '1', bits]);
});
