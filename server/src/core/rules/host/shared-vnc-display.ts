import type { Claim } from '../../model/dom0/clashes.ts';
import { areBothStarted, clashesIn } from '../../model/dom0/clashes.ts';
import type { DomU } from '../../model/dom0/dom0.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import type { XlConfig } from '../../model/xl/config.ts';
import { flagOf } from '../../model/xl/values.ts';
import { isEveryAddress, vncAddress, vncServerOf } from '../../model/xl/vnc.ts';
import { readInt } from '../../syntax/xl/values/c-number.ts';
import { fieldText } from '../../syntax/xl/values/spec.ts';
import { reportOfClash } from '../clash-report.ts';
import type { HostRule } from '../rule.ts';

export const sharedVncDisplay: HostRule = {
  name: 'shared-vnc-display',
  group: 'host',
  severity: 'information',
  summary: 'Two domUs of a dom0 want the same VNC display.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    for (const clash of clashesIn(dom0.domUs.flatMap(claimOf))) {
      const { claim, earlier } = clash;
      if (!isSameAddress(claim, earlier)) continue;
      const both = areBothStarted(clash);
      const isFixed = claim.isFixed && earlier.isFixed;
      const end = isFixed
        ? 'with `vncunused=0` the second one has no other, and does not start'
        : 'the second one gets the next free display, which may be another one at each start';
      yield reportOfClash(clash, {
        severity: both ? 'warning' : 'information',
        message: `${shownDomU(earlier.domU)} wants the VNC display ${claim.thing}, too: ${end}.${both ? ' Both are in `xen/auto`.' : ''}`,
      });
    }
  },
};

interface DisplayClaim extends Claim {
  readonly address: string;
  /** Whether QEMU is told to take no other display (libxl_dm.c: without `to=99`). */
  readonly isFixed: boolean;
}

function isSameAddress(one: DisplayClaim, other: DisplayClaim): boolean {
  return one.address === other.address || isEveryAddress(one.address) || isEveryAddress(other.address);
}

/** Display 0 is where the search for a free one begins when nothing is said. */
function claimOf(domU: DomU): readonly DisplayClaim[] {
  const { config } = domU;
  const server = vncServerOf(config);
  if (server?.isOn !== true) return [];
  const { listen, display } = server;
  const behindColon = /:(\d+)$/.exec(listen?.text ?? '')?.[1];
  const number = behindColon === undefined ? display?.value : Number(behindColon);
  const span = behindColon === undefined ? display?.span : listen?.shown;
  const isFixed = takesNoOther(config);
  if (number === undefined || span === undefined || (number === 0 && !isFixed)) return [];
  return [{ domU, thing: String(number), span, isFixed, address: listen ? vncAddress(listen.text) : '127.0.0.1' }];
}

function takesNoOther({ guest, settings, specs }: XlConfig): boolean {
  const framebuffer = guest === 'hvm' ? undefined : specs.find(({ language }) => language === 'vfb');
  if (framebuffer === undefined) return flagOf(settings, 'vncunused') === false;
  const text = fieldText(framebuffer.spec, 'vncunused');
  return text !== undefined && readInt(text) === 0;
}
