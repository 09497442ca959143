import { describe, expect, test } from 'vitest';
import { isBinary, isTemplate } from '../../../server/src/core/syntax/text-kind.ts';

describe('templates', () => {
  test.each([
    '{% for nic in nics %}\nauto {{ nic }}\n{% endfor %}\n',
    'iface eth0 inet static\n  address {{ address }}\n',
    '{{#nics}}\nauto x\n{{/nics}}\n',
    '<% nics.each do |nic| %>\nauto x\n',
    'address <%= @address %>\n',
    '{# comment #}\nauto lo\n{{ x }}\n',
  ])('%j', (text) => expect(isTemplate(text)).toBe(true));

  test.each([
    'auto lo\n',
    '# {{ comment }}\nauto lo\n',
    'up echo ${x}\n',
    '%for i in range(3):\nauto eth${i}\n%endfor\n',
    "up awk '{print $1}' /x\n",
  ])('%j is none', (text) => expect(isTemplate(text)).toBe(false));
});

test.each<[string, boolean]>([
  ['auto lo\n', false],
  ['auto\0lo\n', false],
  ['auto\0\0lo\0\n', false],
  ['a\0\nb\0\n', true],
  ['\0\n\n\n\0', true],
])('%j is binary: %s', (text, binary) => expect(isBinary(text)).toBe(binary));
