import type { Chance } from './chance.ts';

const purposes = ['web', 'mail', 'db', 'dns', 'build', 'shop', 'proxy', 'ldap', 'wiki', 'test'] as const;

/** The file of a domU of this number in the site. */
export function domUText(
  number: number,
  bridges: readonly [string, ...string[]],
  chance: Chance,
): { readonly name: string; readonly text: string } {
  const name = `${chance.oneOf(purposes)}-${String(number).padStart(4, '0')}`;
  const lines = [
    ...(chance.happens(0.5) ? [`# ${name}: made by xen-create-image, then by hand`, ''] : []),
    `name    = "${name}"`,
    ...(chance.happens(0.3) ? [`uuid    = "00000000-0000-4000-8000-${hex(number, 12)}"`] : []),
    ...bootLines(chance),
    '',
    `vcpus   = ${1 + chance.below(4)}`,
    chance.happens(0.01) ? 'memory  = "2048MB"' : `memory  = ${512 * (1 + chance.below(16))}`,
    ...(chance.happens(0.2) ? ['maxmem  = 16384'] : []),
    '',
    ...diskLines(name, chance),
    ...vifLines(number, bridges, chance),
    '',
    ...restLines(number, chance),
  ];
  return { name, text: `${lines.join('\n')}\n` };
}

function bootLines(chance: Chance): readonly string[] {
  const styles = [
    ['type    = "pvh"', 'kernel  = "/usr/lib/grub-xen/grub-i386-xen_pvh.bin"'],
    ['type    = "pv"', 'bootloader = "pygrub"'],
    ['type    = "pv"', 'kernel  = "/boot/vmlinuz-xen"', 'ramdisk = "/boot/initrd-xen"', 'root    = "/dev/xvda2 ro"'],
    ['type    = "hvm"', 'boot    = "c"', 'vnc     = 1', 'usbdevice = [ "tablet" ]'],
  ] as const;
  return chance.oneOf<readonly string[]>(styles);
}

function diskLines(name: string, chance: Chance): readonly string[] {
  const volume = (part: string): string => `/dev/vg0/${name}-${part}`;
  const styles = [
    [`'phy:${volume('disk')},xvda2,w'`, `'phy:${volume('swap')},xvda1,w'`],
    [`'${volume('root')},raw,xvda,w'`, `'${volume('var')},raw,xvdb,w'`, `'${volume('srv')},raw,xvdc,w'`],
    [`'format=qcow2, vdev=xvda, access=rw, target=/srv/xen/${name}.qcow2'`],
  ] as const;
  return [
    'disk    = [',
    ...chance.oneOf<readonly string[]>(styles).map((disk) => `            ${disk},`),
    '          ]',
    '',
  ];
}

function vifLines(number: number, bridges: readonly [string, ...string[]], chance: Chance): readonly string[] {
  const bridge = chance.happens(0.02) ? 'xenbr99' : chance.oneOf(bridges);
  // Who copies a file may forget the MAC address.
  const own = chance.happens(0.01) ? number - 1 : number;
  const mac = `00:16:3E:${hex((own >> 16) & 255, 2)}:${hex((own >> 8) & 255, 2)}:${hex(own & 255, 2)}`;
  const address = chance.happens(0.7) ? `,ip=172.20.${(number >> 8) & 255}.${number & 255}` : '';
  const vifs = [`'mac=${mac},bridge=${bridge}${address}'`];
  if (chance.happens(0.05)) vifs.push(`'mac=${mac.replace('00:16:3E:0', '00:16:3E:1')},bridge=${bridges[0]}'`);
  return [`vif     = [ ${vifs.join(', ')} ]`];
}

function restLines(number: number, chance: Chance): readonly string[] {
  const events = ['on_poweroff = "destroy"', 'on_reboot   = "restart"', 'on_crash    = "restart"'];
  return [
    ...(chance.happens(0.8) ? events : []),
    ...(chance.happens(0.1) ? [`cpus    = "${number % 4}-${4 + (number % 4)}"`] : []),
    ...(chance.happens(0.05) ? ['extra   = "console=hvc0"'] : []),
    ...(chance.happens(0.02) ? ["serial  = 'pty'", 'lovcpus = 2'] : []),
  ];
}

function hex(number: number, digits: number): string {
  return Math.max(number, 0).toString(16).padStart(digits, '0').toUpperCase();
}
