/**
 * The option line, without indentation, that keeps IPv6 off the interface of the stanza it stands in.
 * Fixes and snippets that make a bridge without an address write it: `manual` in both families still leaves a
 * link-local address, and with router advertisements a global one and a default route.
 *
 * Measured with ifupdown 0.8.41 and bridge-utils 1.7.1, by real bring-ups:
 * - for `br0` and `xenbr0.10` the bridge comes up with its port and has no IPv6 address. `sysctl` with dots cannot do
 *   this: it reads `net.ipv6.conf.xenbr0.10.…` as the path `xenbr0/10`;
 * - without `/proc/sys/net/ipv6`, or with it but without an entry for this bridge, ifup goes on and returns 0, where a
 *   bare `echo 1 >` makes it fail;
 * - where the kernel has IPv6 but the value cannot be written (`/proc/sys` read-only), ifup says so and returns 1,
 *   as it should: a bridge believed closed would be open. `|| true` would hide this;
 * - it needs only the shell. `sysctl -e` does the same, but a minimal Debian has no procps, and ifup then fails;
 * - it must be `up`: at `pre-up` the bridge does not exist, since bridge-utils makes it in if-pre-up.d, which runs after
 *   the `pre-up` lines (interfaces(5), IFACE OPTIONS). At `up` the address is already there; the kernel removes it.
 * - `addrgenmode none` at `up` is no substitute: the link-local address is already made, and stays.
 */
export const disableIpv6Line = 'up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6; if [ -e $f ]; then echo 1 > $f; fi';
