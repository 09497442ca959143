import type { XlConfig } from '../../model/xl/config.ts';
import { disksOf } from '../../model/xl/devices.ts';
import { isUnreadable, lineOf, stringSetting } from '../../model/xl/direct-boot.ts';
import { flagOf, stringOf } from '../../model/xl/values.ts';
import { hasSince } from '../../schema/xl/xen-version.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import { addAssignmentAfter } from '../../syntax/xl/print.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const bootloaderInDom0: XlRule = {
  name: 'bootloader-in-dom0',
  group: 'xl',
  // xen-tools write pygrub into most guests, on purpose.
  severity: 'hint',
  summary: 'A boot loader runs in dom0 as root on a disk that the guest writes.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest === undefined || config.guest === 'hvm' || isUnreadable(config)) return;
    const program = stringOf(config.settings, 'bootloader') ?? '';
    const setting = stringSetting(config, 'bootloader');
    const line = setting && lineOf(setting);
    if (line?.value === undefined || program === '' || !readsGuestsDisk(program)) return;
    const [disk] = disksOf(config);
    if (disk === undefined || (canRestrict(config) && flagOf(config.settings, 'bootloader_restrict') === true)) return;
    yield {
      location: placeIn(config, line.value.span),
      message:
        `${inlineCode(program)} runs in dom0 ${rightsIn(config)} and reads a disk that the guest writes: a flaw in it hands dom0 to the guest. ` +
        insteadOf(config),
      related: [{ location: placeIn(config, disk.spec.atom.span), message: 'It reads this disk.' }],
      fixes: fixesFor(config, line),
    };
  },
};

/** Not that of Xen which takes the kernel from the network. */
function readsGuestsDisk(program: string): boolean {
  return !/(?:^|\/)pypxeboot$/.test(program);
}

/** Whether xl reads `bootloader_restrict`, here or in xl.conf. */
function canRestrict({ xenVersion }: XlConfig): boolean {
  return hasSince(xenVersion, '4.18');
}

function rightsIn(config: XlConfig): string {
  const isForXlConf = canRestrict(config) && !config.settings.has('bootloader_restrict');
  return isForXlConf ? 'as root, unless xl.conf restricts it,' : 'as root';
}

function insteadOf(config: XlConfig): string {
  const inside = '`firmware = "pvgrub64"`, or GRUB for Xen as `kernel`, does its work inside the guest';
  return canRestrict(config)
    ? `${inside}; \`bootloader_restrict = 1\` takes root's rights from it.`
    : `${inside}; \`bootloader_restrict\`, which takes root's rights from it, came with Xen 4.18.`;
}

function fixesFor(config: XlConfig, line: Assignment): readonly Fix[] {
  if (!canRestrict(config) || config.settings.has('bootloader_restrict')) return [];
  const statement = 'bootloader_restrict = 1';
  return [
    {
      title: `Add \`${statement}\``,
      // The user that it then runs as must be there, and be able to read the disk.
      safety: 'unsafe',
      edits: [addAssignmentAfter(config, line, statement)],
    },
  ];
}
