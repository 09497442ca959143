import { disksOf } from '../../model/xl/devices.ts';
import { modernEdits } from '../../model/xl/modern-disk.ts';
import type { DeprecatedDiskForm } from '../../syntax/xl/values/disk-type.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const deprecatedDiskSyntax: XlRule = {
  name: 'deprecated-disk-syntax',
  group: 'xl',
  severity: 'hint',
  summary: 'A disk is written with a prefix or suffix of xm, which xl still reads.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const { spec } of disksOf(config)) {
      const [first] = spec.deprecated;
      // Where the prefix is at fault, another rule says so.
      if (first === undefined || spec.problems.some(({ kind }) => kind === 'disk-format-behind-prefix')) continue;
      const edits = modernEdits(spec)?.map((edit) => ({ file: config.file, ...edit }));
      yield {
        location: placeIn(config, first.span),
        message: messageFor(first),
        tag: 'deprecated',
        fixes: edits === undefined ? [] : [{ title: 'Write target, format, vdev, access', safety: 'safe', edits }],
      };
    }
  },
};

function messageFor({ form, text }: DeprecatedDiskForm): string {
  switch (form) {
    case 'empty-prefix':
      return `${inlineCode(`${text}:`)} is an old prefix without any effect: libxl looks at the target and chooses the backend.`;
    case 'format-prefix':
      return `${inlineCode(`${text}:`)} is an old prefix for \`format=${text}\`.`;
    case 'script-prefix':
      return `${inlineCode(`${text}:`)} is an old prefix for \`script=block-${text}\`.`;
    case 'type-suffix':
      return `${inlineCode(`:${text}`)} behind a vdev is an old way to write ${text === 'cdrom' ? '`cdrom`' : '`devtype=disk`'}.`;
  }
}
