import { vifsOf } from '../../model/xl/devices.ts';
import { specLanguages } from '../../model/xl/spec-languages.ts';
import { swallowingFields } from '../../model/xl/swallowed-parameters.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault } from '../device-fault.ts';
import { faultsIn, fieldAt, meantBy, oneOfThese, replacing, reportOf } from '../device-fault.ts';
import type { Fix, XlRule } from '../rule.ts';

export const unknownVifParameter: XlRule = {
  name: 'unknown-vif-parameter',
  group: 'xl',
  severity: 'error',
  summary: 'A vif has a parameter that xl does not know, or one with a blank before its equals sign; xl drops it.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    const swallowing = new Set(
      vifsOf(config)
        .flatMap(swallowingFields)
        .map(({ field }) => field),
    );
    for (const fault of faultsIn(config, 'vif')) {
      const description = describe(fault);
      const field = fieldAt(fault);
      if (description === undefined || (field !== undefined && swallowing.has(field))) continue;
      const { reason, fixes, meant } = description;
      yield reportOf(fault, {
        message: `${reason} xl says \`unrecognized argument\` and goes on without it${meant === 'bridge' ? withoutBridge(fault) : ''}.`,
        fixes,
      });
    }
  },
};

interface Description {
  readonly reason: string;
  readonly fixes: readonly Fix[];
  /** The parameter that is lost. */
  readonly meant?: string | undefined;
}

/** `undefined` for faults that are none of the rule. */
function describe(fault: DeviceFault): Description | undefined {
  const { config, span, text, kind } = fault;
  const field = fieldAt(fault);
  const name = field?.name.trim() ?? '';
  const value = field?.value?.text.trim() ?? '';
  switch (kind) {
    case 'blank-before-equals-sign': {
      const reason = `A blank stands before the equals sign of \`${name}\`, and to xl it is a letter of the name.`;
      return { reason, fixes: [replacing(config, span, `${name}=${value}`, 'safe')], meant: name };
    }
    case 'vif-parameter-without-value':
      return { reason: `\`${name}\` has no value.`, fixes: [] };
    case 'vif-flag-with-value': {
      const reason = `\`${name}\` is a flag and takes no value.`;
      return { reason, fixes: [replacing(config, span, meantFlag(name, value))] };
    }
    case 'unknown-vif-parameter': {
      const { fields } = fault.use.spec;
      const meant = (otherNames.get(name) ?? meantBy(name, parameterNames)).filter(
        (one) => !fields.some((given) => given.name === one),
      );
      const guess = meant.length === 0 ? '' : `; ${oneOfThese(meant)} is likely meant`;
      const fixes = meant.map((one) => replacing(config, span, field?.value === undefined ? one : `${one}=${value}`));
      return { reason: `xl knows no parameter ${inlineCode(name || text)} of a vif${guess}.`, fixes, meant: meant[0] };
    }
    default:
      return undefined;
  }
}

function meantFlag(name: string, value: string): string {
  const isOff = value === '0' || value === '';
  return isOff === (name === 'trusted') ? 'untrusted' : 'trusted';
}

/** What people write for a parameter that has another name. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['br', ['bridge']],
  ['hwaddr', ['mac']],
  ['address', ['ip']],
  ['ipaddr', ['ip']],
  ['dev', ['vifname']],
  ['name', ['vifname']],
]);

/** What follows where the bridge is lost. */
function withoutBridge({ use }: DeviceFault): string {
  const hasBridge = use.spec.fields.some(({ name, value }) => name === 'bridge' && value !== undefined);
  return hasBridge ? '' : ', so the vif is put on the default bridge';
}

const parameterNames = specLanguages.vif.parameters.map(({ name }) => name);
