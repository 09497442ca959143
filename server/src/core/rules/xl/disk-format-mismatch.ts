import type { XlConfig } from '../../model/xl/config.ts';
import type { DiskUse } from '../../model/xl/devices.ts';
import { disksOf } from '../../model/xl/devices.ts';
import { modernEdits } from '../../model/xl/modern-disk.ts';
import type { DiskFormat } from '../../syntax/xl/values/disk-type.ts';
import { diskFormats } from '../../syntax/xl/values/disk-type.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const diskFormatMismatch: XlRule = {
  name: 'disk-format-mismatch',
  group: 'xl',
  severity: 'warning',
  summary: "A disk's format is another one than its file's name says.",
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const disk of disksOf(config)) {
      const { target = '', format, script, problems } = disk.spec;
      const ending = /\.([a-z0-9]+)$/i.exec(target)?.[1]?.toLowerCase();
      if (ending === undefined || script !== undefined || target.startsWith('/dev/')) continue;
      if (problems.some(({ effect }) => effect === 'refused')) continue;
      const message = messageFor(ending, format);
      if (message === undefined) continue;
      const word = fieldOf(disk.spec, 'format')?.value;
      const field = fieldOf(disk.spec, 'target');
      const span = (word !== undefined && word.text !== '' ? word : (field?.value ?? disk.spec.atom)).span;
      yield { location: placeIn(config, span), message, fixes: fixesFor(config, disk, ending) };
    }
  },
};

/** Endings of files that are surely no raw images, and whether xl reads them. */
const containers: readonly string[] = ['qcow', 'qcow2', 'vhd', 'qed', 'vmdk', 'vdi', 'vhdx'];

function messageFor(ending: string, format: DiskFormat): string | undefined {
  if (format === 'raw' && containers.includes(ending)) {
    const advice = isFormat(ending) ? '' : ` xl reads no ${ending} files; \`qemu-img convert\` makes a raw one of it.`;
    return `By its name this is a ${ending} file, but the format is \`raw\`: the guest sees the container, not what is in it.${advice}`;
  }
  if (['qcow', 'qcow2', 'vhd', 'qed'].includes(format) && (ending === 'raw' || ending === 'iso'))
    return `By its name this is a raw image, but the format is ${inlineCode(format)}: QEMU finds none in it and does not start.`;
  return undefined;
}

function isFormat(word: string): word is DiskFormat {
  return (diskFormats as readonly string[]).includes(word);
}

function fixesFor(config: XlConfig, { spec }: DiskUse, ending: string): readonly Fix[] {
  const format: DiskFormat = isFormat(ending) ? ending : 'raw';
  if (format === spec.format) return [];
  const edits = modernEdits(spec, format) ?? editsFor(spec, format);
  if (edits === undefined) return [];
  const title = `Write the format \`${format}\``;
  return [{ title, safety: 'unsafe', edits: edits.map((edit) => ({ file: config.file, ...edit })) }];
}

function editsFor(spec: DiskUse['spec'], format: DiskFormat) {
  if (spec.deprecated.length > 0) return undefined;
  const word = fieldOf(spec, 'format')?.value;
  const { start } = spec.atom.span;
  return [
    word === undefined
      ? { span: { start, end: start }, text: `format=${format}, ` }
      : { span: word.span, text: format },
  ];
}
