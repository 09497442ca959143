import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIomem } from '../../../../../server/src/core/syntax/xl/values/iomem.ts';
import { parseIoports } from '../../../../../server/src/core/syntax/xl/values/ioports.ts';
import { parseIrq } from '../../../../../server/src/core/syntax/xl/values/irqs.ts';
import { atomOf, expectPlacesInside, shown } from './specs.ts';

test.each([
  ['2f8-2ff', { first: 0x2f8, last: 0x2ff }],
  ['0x3f8', { first: 0x3f8, last: 0x3f8 }],
  ['port', undefined, 'unreadable-ioport «port» refused'],
  ['2f8-2ff ', undefined, 'unreadable-ioport «2ff » refused'],
  ['2f8-', undefined, 'unreadable-ioport «» refused'],
  ['ffffffff', undefined, 'ioport-too-big «ffffffff» refused'],
  ['2f8 - 2ff', { first: 0x2f8, last: 0x2f8 }, 'text-behind-ioport « - 2ff» misread'],
  ['2ff-2f8', { first: 0x2ff, last: 0x2f8 }, 'impossible-ioports «2ff-2f8» fails-at-start'],
  ['10000', { first: 0x10000, last: 0x10000 }, 'impossible-ioports «10000» fails-at-start'],
])('I/O ports %s', (text, range, ...problems) => {
  const ioports = parseIoports(atomOf(text));
  expect([ioports.range, shown(ioports)]).toEqual([range, problems]);
});

test.each([
  ['5', 5],
  ['05', 5],
  ['0x5', undefined, 'unreadable-irq «0x5» refused'],
  ['5 ', undefined, 'unreadable-irq «5 » refused'],
  ['', undefined, 'unreadable-irq «» refused'],
  ['4294967295', undefined, 'irq-too-big «4294967295» refused'],
])('interrupt %s', (text, number, ...problems) => {
  const irq = parseIrq(atomOf(text));
  expect([irq.irq, shown(irq)]).toEqual([number, problems]);
});

test.each([
  ['fee00,1', { start: 0xfee00, pages: 1, guest: undefined }],
  ['0xfe, 2@10', { start: 0xfe, pages: 2, guest: 0x10 }],
  ['fee00', undefined, 'unreadable-iomem «fee00» refused'],
  ['fee00,1@', undefined, 'unreadable-iomem «fee00,1@» refused'],
  ['4E000,2000,arm_mem_WB', undefined, 'unreadable-iomem «4E000,2000,arm_mem_WB» refused'],
  ['fee00,0', { start: 0xfee00, pages: 0, guest: undefined }, 'impossible-iomem «fee00,0» fails-at-start'],
])('I/O memory %s', (text, range, ...problems) => {
  const iomem = parseIomem(atomOf(text));
  expect([iomem.range, shown(iomem)]).toEqual([range, problems]);
});

test.each([
  ['I/O ports', parseIoports],
  ['interrupts', parseIrq],
  ['I/O memory', parseIomem],
])('%s: any text is read, and its places are inside', (_, parse) => {
  const word = fc.constantFrom(',', '-', '@', '1', 'ff', '0x', 'x', ' ', '0');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join('')),
  );
  fc.assert(fc.property(text, (any) => expectPlacesInside(parse, any)));
});
