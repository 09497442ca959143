import type { XlConfig } from '../../model/xl/config.ts';
import { usbctrlLimits } from '../../syntax/xl/values/usbctrl.ts';
import type { DeviceFault } from '../device-fault.ts';
import { faultOf, faultsIn, reportOf } from '../device-fault.ts';
import { describeFault, deviceLanguages } from '../device-faults/index.ts';
import type { XlRule } from '../rule.ts';

export const unusableDevice: XlRule = {
  name: 'unusable-device',
  group: 'xl',
  severity: 'error',
  summary: 'xl takes the string of a device, but libxl refuses it when the guest starts.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const fault of [...faultsIn(config, ...deviceLanguages), ...limitsOfGuest(config)]) {
      if (fault.effect !== 'fails-at-start') continue;
      const report = describeFault(fault);
      if (report !== undefined)
        yield reportOf(fault, { ...report, message: `${report.message} xl takes it, but the guest does not start.` });
    }
  },
};

/** What depends on the guest's type, too: a USB controller of type `auto` is one of QEMU's in an HVM guest only. */
function limitsOfGuest(config: XlConfig): readonly DeviceFault[] {
  const { guest, specs } = config;
  if (guest === undefined) return [];
  return specs.flatMap((use) => {
    if (use.language !== 'usbctrl' || use.spec.problems.some(({ effect }) => effect === 'fails-at-start')) return [];
    return usbctrlLimits(use.spec, guest === 'hvm').map((problem) => faultOf(config, use, problem));
  });
}
