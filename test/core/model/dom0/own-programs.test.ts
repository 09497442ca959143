import { expect, test } from 'vitest';
import { runsOwnProgram } from '../../../../server/src/core/model/dom0/own-programs.ts';

test.each([
  '/etc/xen/scripts/my-bridges start',
  '  /usr/local/sbin/bridges',
  '"/opt/my bridges/start"',
  'ip link set eth1 up; /opt/bridges',
  'ip link set eth1 up && /opt/bridges start',
  'ip link set eth1 up || /opt/bridges start',
  '/bin/true & /opt/bridges',
  '(/opt/bridges)',
  'x=$(/opt/bridges)',
  'x=`/opt/bridges`',
  'echo start | /opt/bridges',
  'sh /etc/network/bridges.sh',
  '/bin/bash -e /root/bridges.sh',
  "sh -c '/opt/bridges start'",
  "sh -c 'sleep 1; /opt/bridges start'",
  '. /etc/default/bridges',
  'source /etc/default/bridges',
  'exec /opt/bridges',
  'nohup /opt/bridges &',
  'sudo -u root /opt/bridges',
  'env -i LANG=C /opt/bridges',
  'LANG=C MODE=all /opt/bridges',
  'timeout -k 5 10 /opt/bridges',
  'nohup nice -n 10 /opt/bridges',
  'if [ -x /opt/bridges ]; then /opt/bridges start; fi',
  'for i in 1 2; do /opt/bridges $i; done',
  '! /opt/bridges',
  'python3 -u /srv/bridges.py',
  'run-parts /etc/network/bridges.d',
  'flock /run/bridges.lock /opt/bridges',
  'ip -batch /etc/network/bridges.batch',
  'sh < /etc/network/bridges.sh',
  'cat /etc/network/bridges.sh | sh',
  'su -c "/opt/bridges start" root',
  'hostapd -B /etc/hostapd/hostapd.conf',
])('a program of the host is run by: %s', (command) => {
  expect(runsOwnProgram(command)).toBe(true);
});

test.each([
  'nft -f /etc/nftables.conf',
  '/usr/sbin/nft -f /etc/nftables.conf',
  'iptables-restore /etc/iptables/rules.v4',
  'iptables-restore < /etc/iptables/rules.v4',
  'wg setconf wg0 /etc/wireguard/wg0.conf',
  'echo "nameserver 192.0.2.1" > /etc/resolv.conf',
  'sh -c "echo 1 > /etc/state"',
  'cat /etc/hostname | logger',
  'test -e /etc/bridges && ip link set eth1 up',
  '[ -e /etc/bridges ] || exit 0',
  'sysctl -p /etc/sysctl.d/bridge.conf',
  'F=/etc/bridges; test -e $F',
  'env LANG=C nft -f /etc/nftables.conf',
  'arp -f /etc/ethers',
  'ip route add 192.0.2.0/24 dev eth1',
  '/usr/bin/etc/bridges',
  '/bin/sh -c "ip link set eth1 up"',
  '',
])('none is run by: %s', (command) => {
  expect(runsOwnProgram(command)).toBe(false);
});

test.each(['a=1 ', '! ', 'nohup ', 'nice -n 10 ', 'env -i a=1 ', 'if true; then '])(
  'many times "%s" is read as fast as once',
  (words) => {
    const started = performance.now();
    expect(runsOwnProgram(`${words.repeat(5000)}/opt/bridges`)).toBe(true);
    expect(runsOwnProgram(`${words.repeat(5000)}nft -f /etc/nftables.conf`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
