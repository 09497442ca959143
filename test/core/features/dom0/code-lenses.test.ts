import { expect, test } from 'vitest';
import { codeLensesOf } from '../../../../server/src/core/features/index.ts';
import { atDom0Cursor, shownPlace } from '../../../support/dom0.ts';

const domUs = `# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ 'bridge=br1', 'bridge=br2', 'bridge=br1,script=vif-route', 'bridge=br3' ]
# file: /etc/xen/b.cfg
name = "b"
kernel = "/boot/b"
vif = [ 'bridge=br1', 'mac=00:16:3e:00:00:01' ]
# file: /etc/xen/b-old.cfg
name = "b"
kernel = "/boot/b"
vif = [ 'bridge=br1' ]
`;

/** `WORD: TITLE` and the places, for each lens of the file with the cursor. */
async function lenses(text: string): Promise<unknown> {
  const fixture = await atDom0Cursor(text + domUs);
  const { snapshot, file } = fixture;
  return codeLensesOf(snapshot, file).map(({ span, title, places }) => [
    `${shownPlace(fixture, { file, span }).split('/').at(-1)}: ${title}`,
    ...places.map((place) => shownPlace(fixture, place).replace('/etc/xen/', '')),
  ]);
}

test('stand at the first stanza of each bridge on which domUs are, variants of a domU counted once', async () => {
  const main = `# file: /etc/network/interfaces
<|>auto br1 br2
iface br1 inet manual
    bridge_ports none
iface br1 inet6 manual
iface br2 inet manual
    bridge_ports none
iface br4 inet manual
    bridge_ports none
iface xenbr0 inet manual
    bridge_ports none
`;
  expect(await lenses(main)).toEqual([
    ['interfaces:2:br1: 2 domUs', 'a.cfg:3:br1', 'b-old.cfg:3:br1', 'b.cfg:3:br1'],
    ['interfaces:5:br2: 1 domU', 'a.cfg:3:br2'],
    ['interfaces:9:xenbr0: 1 domU', "b.cfg:3:'mac=00:16:3e:00:00:01'"],
  ]);
});

test('stand in the file of that stanza alone', async () => {
  const sourced = `# file: /etc/network/interfaces
iface br2 inet manual
    bridge_ports none
source interfaces.d/*
# file: /etc/network/interfaces.d/more
<|>iface br1 inet manual
    bridge_ports none
iface br2 inet6 manual
`;
  expect(await lenses(sourced)).toEqual([['more:1:br1: 2 domUs', 'a.cfg:3:br1', 'b-old.cfg:3:br1', 'b.cfg:3:br1']]);
});
