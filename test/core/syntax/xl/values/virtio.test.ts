import { expect, test } from 'vitest';
import { parseVirtio } from '../../../../../server/src/core/syntax/xl/values/virtio.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['type=virtio,device22,transport=mmio'],
  ['transport=mmio, type=virtio,device,grant_usage=1,backend=d'],
  ['type=virtio', 'unfinished-type «type=virtio» refused', 'missing-transport «type=virtio» dropped'],
  [
    'type=virtio,transport=mmio',
    'parameter-in-type «transport=mmio» misread',
    'missing-transport «type=virtio,transport=mmio» dropped',
  ],
  ['type=disk,transport=mmio', 'unsupported-type «disk» fails-at-start'],
  ['transport=mmio', 'missing-type «transport=mmio» fails-at-start'],
  ['type=virtio,device22,transport=pci', 'unknown-value «pci» refused'],
  ['type=virtio,device22,transport=mmio,irq=3', 'unknown-parameter «irq» refused'],
])('%s', (text, ...expected) => {
  expect(shown(parseVirtio(atomOf(text)))).toEqual(expected);
});
