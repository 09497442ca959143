import type { XlConfig } from '../../model/xl/config.ts';
import type { DiskUse } from '../../model/xl/devices.ts';
import { disksOf } from '../../model/xl/devices.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const relativeDiskPath: XlRule = {
  name: 'relative-disk-path',
  group: 'xl',
  severity: 'information',
  summary: "A disk's target is a relative path, which libxl looks up in the folder where xl was started.",
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const disk of disksOf(config)) {
      const { spec } = disk;
      const { target = '', script, backend, backendType, format, problems } = spec;
      if (target === '' || target.startsWith('/') || script !== undefined || backend !== undefined) continue;
      // These give QEMU the text as it is, which may be a URL.
      if (backendType === 'qdisk' || backendType === 'tap' || format === 'empty') continue;
      if (problems.some(({ effect }) => effect === 'refused')) continue;
      const span = fieldOf(spec, 'target')?.value?.span ?? spec.atom.span;
      yield {
        location: placeIn(config, span),
        message:
          `${inlineCode(target)} is a relative path. libxl takes it as it is, in the folder where xl was started, and puts no ` +
          '`/dev` before it as xm did: from elsewhere, as at boot, it says `failed to stat`, and the guest does not start.',
        fixes: fixesFor(config, disk),
      };
    }
  },
};

/** Only where xm would have looked below /dev. */
function fixesFor({ file }: XlConfig, { spec }: DiskUse): readonly Fix[] {
  const target = fieldOf(spec, 'target')?.value;
  const isDevice = spec.deprecated.some(({ form, text }) => form === 'empty-prefix' && text === 'phy');
  if (target === undefined || !isDevice) return [];
  const at = { start: target.span.start, end: target.span.start };
  return [{ title: 'Put `/dev/` before it', safety: 'unsafe', edits: [{ file, span: at, text: '/dev/' }] }];
}
