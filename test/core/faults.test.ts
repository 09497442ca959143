import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFiles, mainPath } from '../support/fixture.ts';
import { ROOT } from '../support/project-files.ts';

const folder = join(ROOT, 'test/faults');

/** What is found in each file, with its line; an empty list where the fault is not ours to report, or not yet. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '00_good': [],
  '01_ip_on_port': ['3 bridge-port-with-address error'],
  '02_dhcp_on_port': ['2 bridge-port-with-address warning'],
  '03_port_in_two_bridges': ['7 port-in-two-bridges error'],
  '04_bridge_no_ports': ['2 bridge-without-ports error'],
  // Undeclared ports are normal: the name may be that of any card.
  '05_port_undeclared': [],
  '06_unknown_option': ['3 misspelt-option warning'],
  '07_no_auto': [],
  '08_auto_no_iface': ['1 auto-without-iface warning'],
  '09_two_gateways': ['8 second-default-route warning'],
  '10_bad_address': ['3 unusable-value error'],
  '11_netmask_missing': ['3 address-without-prefix warning'],
  '12_gw_outside': [],
  '13_trailing_comment': ['1 inline-comment warning', '3 inline-comment warning'],
  '14_dup_option': ['4 repeated-option warning'],
  // Both stanzas are applied; that is legal.
  '15_dup_iface': [],
  '16_unknown_method': ['2 unknown-method error'],
  '17_vlan_5000': ['2 vlan-id-out-of-range warning'],
  '18_name_too_long': ['2 interface-name-too-long warning'],
  // The include is silently left out; the host is incomplete.
  '19_source_missing': [],
  '20_option_outside': ['1 misplaced-option error'],
  '21_bridge_loop': [],
  '22_bond_no_miimon': [],
  '23_mtu_vlan_gt_parent': [],
  '24_dup_ip': [],
  // No management interface is known, so the one address may be it.
  '25_ip_on_guest_bridge': [],
  '26_crlf': [],
  // The only stanza is a bare one: a file of ifupdown2.
  '27_missing_family': [],
};

test('each file has its line here', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.interfaces'));
  expect(names.map((name) => name.replace('.interfaces', '')).sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))('%s', async (name, wanted) => {
  const text = readFileSync(join(folder, `${name}.interfaces`), 'utf8');
  const { findings } = await checkFiles({ [mainPath]: text });
  const found = findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((finding) => `${lineOf(text, finding.location.span.start)} ${finding.rule} ${finding.severity}`);
  expect(found).toEqual(wanted);
});

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
