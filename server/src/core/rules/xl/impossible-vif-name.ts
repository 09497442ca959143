import type { XlConfig } from '../../model/xl/config.ts';
import type { VifUse } from '../../model/xl/devices.ts';
import { vifsOf } from '../../model/xl/devices.ts';
import { swallowingFields } from '../../model/xl/vif-semicolons.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, fieldAt, reportOf } from '../device-fault.ts';
import type { Report, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const impossibleVifName: XlRule = {
  name: 'impossible-vif-name',
  group: 'xl',
  severity: 'error',
  summary: 'A vif names an interface by a name that the kernel does not allow, or that another vif has.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    const vifs = vifsOf(config);
    for (const fault of faultsIn(config, 'vif')) {
      const vif = vifs.find(({ value }) => value === fault.use.value);
      const field = fieldAt(fault);
      const name = field?.name;
      if (name === undefined || vif === undefined || swallowingFields(vif).some((one) => one.field === field)) continue;
      const end = name === 'bridge' ? 'vif-bridge finds no such bridge' : 'the script cannot give the vif that name';
      const what = reasonFor(fault.kind);
      if (what === undefined) continue;
      yield reportOf(fault, {
        message: `${inlineCode(fault.text)} ${what}: ${end}, and the guest does not start.`,
      });
    }
    for (const [index, vif] of vifs.entries()) {
      const report = reportOfVifname(config, vif, vifs.slice(0, index));
      if (report !== undefined) yield report;
    }
  },
};

function reasonFor(kind: string): string | undefined {
  if (kind === 'vif-name-too-long') return 'has more than the 15 characters that the kernel allows';
  return kind === 'impossible-vif-name'
    ? 'has a character that the kernel allows in no name of an interface'
    : undefined;
}

/** What the scripts add to the vif's name for that of QEMU's card (vif-common.sh). */
const emulatedSuffix = '-emu';

function reportOfVifname(config: XlConfig, { spec }: VifUse, before: readonly VifUse[]): Report | undefined {
  const { vifname, type } = spec;
  const span = fieldOf(spec, 'vifname')?.value?.span;
  if (vifname === undefined || vifname === '' || span === undefined || spec.backend !== undefined) return undefined;
  // What another script does with the name is its own affair.
  if (spec.script !== undefined && !/(?:^|\/)vif-(?:bridge|route|nat|openvswitch)$/.test(spec.script)) return undefined;
  const location = placeIn(config, span);
  const first = before.find((one) => one.spec.vifname === vifname && one.spec.backend === undefined);
  if (first !== undefined) {
    const place = fieldOf(first.spec, 'vifname')?.value?.span ?? first.spec.atom.span;
    return {
      location,
      message: `Another vif of this guest is called ${inlineCode(vifname)}, too: dom0 has only one interface of that name, and the guest does not start.`,
      related: [{ location: placeIn(config, place), message: 'The first one.' }],
    };
  }
  const isEmulated = config.guest === 'hvm' && type !== 'vif';
  if (!isEmulated || vifname.length <= 15 - emulatedSuffix.length || vifname.length > 15) return undefined;
  const name = inlineCode(vifname + emulatedSuffix);
  return {
    location,
    message: `The script calls QEMU's card beside this vif ${name}, which has more than the 15 characters that the kernel allows: it fails, and the guest does not start.`,
  };
}
