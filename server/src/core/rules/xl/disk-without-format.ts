import { isDisk } from '../../model/xl/devices.ts';
import type { DiskFormat } from '../../syntax/xl/values/disk-type.ts';
import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

export const diskWithoutFormat: XlRule = {
  ...xlRefusal,
  name: 'disk-without-format',
  kinds: ['domain'],
  summary: 'A disk is written as target, vdev and access, without the format between target and vdev.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.kind !== 'disk-without-format') continue;
      const target = (isDisk(fault.use) ? fault.use.spec.target : undefined) ?? '';
      const format = formatByName(target);
      const at = { start: fault.span.start, end: fault.span.start };
      yield reportOf(fault, {
        message:
          `${inlineCode(fault.text)} stands where the format belongs: target, format, vdev, access. Only behind an old prefix ` +
          `such as \`phy:\` there is no format. xl says \`unknown value for format\`. ${afterXlRefusal(config)}`,
        fixes: [
          {
            title: `Put the format ${inlineCode(format)} before it`,
            // A device holds what the guest wrote to it; an image may be of any format.
            safety: target.startsWith('/dev/') ? 'safe' : 'unsafe',
            edits: [{ file: config.file, span: at, text: `${format},` }],
          },
        ],
      });
    }
  },
};

/** The format that an image's name ends in; `raw` for any other name. */
function formatByName(target: string): DiskFormat {
  const ending = /\.(qcow2?|vhd|qed)$/i.exec(target)?.[1]?.toLowerCase();
  return (ending as DiskFormat | undefined) ?? 'raw';
}
