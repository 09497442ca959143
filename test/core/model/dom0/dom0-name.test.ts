import { expect, test } from 'vitest';
import { loadSnapshot, memoryAccess, memoryFile, nameOfDom0 } from '../../../../server/src/core/index.ts';

const network = 'auto eth0\niface eth0 inet dhcp\n';
const domU = 'name = "web"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';

test.each<[string, string]>([
  ['/etc/network/interfaces', 'dom0'],
  ['/etc/xen/web.cfg', 'dom0'],
  ['/etc/xen/auto/web.cfg', 'dom0'],
  ['/hosts/alpha/etc/network/interfaces', 'alpha'],
  ['/hosts/alpha/etc/xen/auto/web.cfg', 'alpha'],
  ['/hosts/alpha/interfaces', 'alpha'],
  ['/hosts/alpha/network/interfaces', 'alpha'],
  ['/hosts/alpha/xen/web.cfg', 'alpha'],
  ['/roles/alpha/files/etc/network/interfaces', 'alpha'],
  ['/roles/alpha/files/network/interfaces', 'alpha'],
  ['/roles/alpha/files/interfaces', 'alpha'],
  ['/roles/xen/files/etc/xen/web.cfg', 'xen'],
  ['/alpha/rootfs/etc/network/interfaces', 'alpha'],
  ['/alpha/dom0-files/root/etc/network/interfaces', 'alpha'],
  ['/host_files/alpha/interfaces', 'alpha'],
  ['/files/etc/network/interfaces', 'files'],
  ['/profiles/etc/network/interfaces', 'profiles'],
  ['/interfaces', 'dom0'],
])('the dom0 of %s is called %s', async (path, name) => {
  const access = memoryAccess({ [path]: path.includes('web.cfg') ? domU : network });
  const snapshot = await loadSnapshot(access, memoryFile(path), async () => ({ dialect: 'auto', management: [] }));
  expect(snapshot && nameOfDom0(snapshot.dom0)).toBe(name);
});
