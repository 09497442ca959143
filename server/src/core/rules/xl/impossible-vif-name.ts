import type { XlConfig } from '../../model/xl/config.ts';
import type { VifUse } from '../../model/xl/devices.ts';
import { vifsOf } from '../../model/xl/devices.ts';
import { swallowingFields } from '../../model/xl/swallowed-parameters.ts';
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
    const swallowing = new Set(
      vifsOf(config)
        .flatMap(swallowingFields)
        .map(({ field }) => field),
    );
    for (const fault of faultsIn(config, 'vif')) {
      const what = reasonFor(fault.kind);
      const field = fieldAt(fault);
      if (what === undefined || field === undefined || swallowing.has(field)) continue;
      const end =
        field.name === 'bridge' ? 'vif-bridge finds no such bridge' : 'the script cannot give the vif that name';
      yield reportOf(fault, {
        message: `${inlineCode(fault.text)} ${what}: ${end}, and the guest does not start.`,
      });
    }
    const named = new Map<string, VifUse>();
    for (const vif of vifsOf(config)) {
      const report = reportOfVifname(config, vif, named);
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

function reportOfVifname(config: XlConfig, vif: VifUse, named: Map<string, VifUse>): Report | undefined {
  const { spec } = vif;
  const { vifname, type } = spec;
  const span = fieldOf(spec, 'vifname')?.value?.span;
  if (vifname === undefined || vifname === '' || span === undefined || spec.backend !== undefined) return undefined;
  // What another script does with the name is its own affair.
  if (spec.script !== undefined && !/(?:^|\/)vif-(?:bridge|route|nat|openvswitch)$/.test(spec.script)) return undefined;
  const location = placeIn(config, span);
  const first = named.get(vifname);
  if (first !== undefined) {
    const place = fieldOf(first.spec, 'vifname')?.value?.span ?? first.spec.atom.span;
    return {
      location,
      message: `Another vif of this guest is called ${inlineCode(vifname)}, too: dom0 has only one interface of that name, and the guest does not start.`,
      related: [{ location: placeIn(config, place), message: 'The first one.' }],
    };
  }
  named.set(vifname, vif);
  const isEmulated = config.guest === 'hvm' && type !== 'vif';
  if (!isEmulated || vifname.length <= 15 - emulatedSuffix.length || vifname.length > 15) return undefined;
  const name = inlineCode(vifname + emulatedSuffix);
  return {
    location,
    message: `The script calls QEMU's card beside this vif ${name}, which has more than the 15 characters that the kernel allows: it fails, and the guest does not start.`,
  };
}
