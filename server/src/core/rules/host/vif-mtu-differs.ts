import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { guestVifsOf } from '../../model/dom0/guest-vifs.ts';
import type { HostModel, StanzaOption } from '../../model/host.ts';
import { optionsNamed } from '../../model/stanzas.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import { replacing } from '../device-fault.ts';
import type { HostRule, Report } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const vifMtuDiffers: HostRule = {
  name: 'vif-mtu-differs',
  group: 'host',
  severity: 'warning',
  summary: 'A vif is given another MTU than its bridge.',
  refuses: false,
  fixes: ['unsafe'],
  *check({ dom0 }) {
    const { host } = dom0;
    if (host === undefined) return;
    for (const guest of guestVifsOf(dom0)) {
      const option = guest.script === 'vif-bridge' ? mtuOfBridge(host, guest.bridge) : undefined;
      const report = option && reportOf(guest, option);
      if (report !== undefined) yield report;
    }
  },
};

/** What its stanzas say, where they say one thing. */
function mtuOfBridge(host: HostModel, name: string | undefined): StanzaOption | undefined {
  const link = name === undefined ? undefined : host.interfaces.get(name);
  const options = link?.stanzas.flatMap((stanza) => optionsNamed(stanza, 'mtu')) ?? [];
  const [first] = options;
  const isOne = link?.bridge !== undefined && options.every(({ value }) => value.text === first?.value.text);
  return isOne && first !== undefined && /^\d+$/.test(first.value.text) ? first : undefined;
}

function reportOf(
  { vif, domU: { config }, bridge = '' }: GuestVif,
  { value, file, line }: StanzaOption,
): Report | undefined {
  const written = fieldOf(vif.spec, 'mtu')?.value;
  if (written === undefined || !/^\d+$/.test(written.text) || Number(written.text) === Number(value.text))
    return undefined;
  return {
    location: placeIn(config, written.span),
    message: `The vif gets an MTU of ${written.text}, but ${inlineCode(bridge)} has ${value.text}: a bridge drops packets that are too long for the port they leave by, and tells nobody.`,
    related: [{ location: { file, span: line.span }, message: `Here ${bridge} gets its MTU.` }],
    fixes: [replacing(config, written.span, value.text)],
  };
}
