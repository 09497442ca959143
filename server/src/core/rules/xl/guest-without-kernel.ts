import type { XlConfig } from '../../model/xl/config.ts';
import { disksOf } from '../../model/xl/devices.ts';
import { isUnreadable, kernelParameters, stringSetting } from '../../model/xl/direct-boot.ts';
import { hasGuestType, lacksTypeHvm } from '../../model/xl/read-settings.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { addLine, placeOfGuest } from '../xl-wording.ts';

export const guestWithoutKernel: XlRule = {
  name: 'guest-without-kernel',
  group: 'xl',
  severity: 'error',
  summary: 'A PV or PVH guest has no kernel, boot loader or firmware, for which xl refuses the file.',
  refuses: true,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest === undefined || config.guest === 'hvm' || isUnreadable(config)) return;
    if (['kernel', 'bootloader', 'firmware'].some((key) => stringSetting(config, key) !== undefined)) return;
    const type = config.settings.get('type') ?? config.settings.get('builder') ?? config.settings.get('name');
    const what = hasGuestType(config)
      ? `This ${config.guest.toUpperCase()} guest has`
      : 'Without `type` the guest is PV, and it has';
    const hint = lacksTypeHvm(config) ? ' Other keys of the file are for HVM guests.' : '';
    yield {
      location: placeIn(config, type?.assignments.at(-1)?.span ?? placeOfGuest(config)),
      message: `${what} neither \`kernel\` nor \`bootloader\` nor \`firmware\`.${hint} ${afterXlRefusal(config)}`,
      fixes: fixesFor(config),
    };
  },
};

function fixesFor(config: XlConfig): readonly Fix[] {
  const name = config.settings.get('name')?.assignments.at(-1);
  const fix = (line: string): Fix => ({
    title: `Add \`${line}\``,
    safety: 'unsafe',
    edits: [addLine(config, name, line)],
  });
  // What is for a kernel speaks against a guest without one.
  const isForKernel = kernelParameters.some((key) => stringSetting(config, key) !== undefined);
  if (lacksTypeHvm(config)) return isForKernel ? [] : [fix('type = "hvm"')];
  const hasDisk = disksOf(config).length > 0;
  return hasDisk && !isForKernel ? [fix('firmware = "pvgrub64"')] : [];
}
