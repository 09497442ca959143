import type { Span } from '../../../text/span.ts';
import type { RateLimit, RateProblemKind } from './rate.ts';
import type { Spec } from './spec.ts';
import type { Part } from './split.ts';

/** What can be wrong with a vif. */
export type VifProblemKind =
  /** xl prints "unrecognized argument" and goes on without it. */
  | 'unknown-vif-parameter'
  /** A known name with blanks before its `=`, as in `bridge = xenbr0`. xl prints "unrecognized argument" and goes on without it. */
  | 'blank-before-equals-sign'
  /** A known name with no `=` behind it. xl prints "unrecognized argument" and goes on without it. */
  | 'vif-parameter-without-value'
  /** `=` and something behind `trusted` or `untrusted`. xl prints "unrecognized argument" and goes on without it. */
  | 'vif-flag-with-value'
  /** A parameter that is given again; the last one counts. */
  | 'vif-parameter-twice'
  /** What is no address. xl prints "Invalid parameter `mac'" and goes on with those bytes that it could read, or a random address. */
  | 'unreadable-vif-mac'
  /** Fewer than six bytes, after which xl reads on in what stands behind the comma. */
  | 'short-vif-mac'
  /** Something behind the sixth byte, which xl does not look at, as in `mac=00:16:3e:1:2:3;bridge=xenbr0`. */
  | 'text-behind-vif-mac'
  /** An address of a group: the first byte is odd. The guest's kernel refuses to bring such a card up. */
  | 'multicast-vif-mac'
  /** Zeros alone, which libxl takes for none: the address is a random one at each start. */
  | 'zero-vif-mac'
  /** Neither `vif` nor `ioemu`. xl prints "Invalid parameter `type'" and goes on without it. */
  | 'unknown-vif-type'
  /** No number behind `devid=` or `mtu=`. xl: "failed to convert … to number". */
  | 'unreadable-vif-number'
  /** Something behind the number, a sign, or more than 32 bits: xl takes the number that it can make of it. */
  | 'misread-vif-number'
  /** `accel=`, which xl does not support and passes over with a message. */
  | 'vif-accel'
  /** A blank before or behind a name, which xl keeps: there is no bridge `xenbr0 `. */
  | 'blank-in-vif-value'
  /** `bridge=` and nothing: vif-bridge takes the first bridge that it finds. */
  | 'empty-vif-bridge'
  /** `script=` and nothing, which libxl takes for the folder of the scripts. */
  | 'empty-vif-script'
  /** A name of more than the 15 characters that the kernel allows. */
  | 'vif-name-too-long'
  /** A name with a character that the kernel allows in no interface's name. */
  | 'impossible-vif-name'
  /** An address in `ip=` that iptables and ip refuse: IPv6, or an IPv4 address that is none. */
  | 'unreadable-vif-ip'
  | RateProblemKind;

/** A network interface of a guest as xl reads it (xl_parse.c, parse_nic_config). */
export interface Vif extends Spec<VifProblemKind> {
  /** The six bytes that xl takes; `undefined` where it has none, so that libxl makes up a random address at each start. */
  readonly mac: readonly number[] | undefined;
  /** As written; `undefined`: the one of `xl.conf`, or `xenbr0`. */
  readonly bridge: string | undefined;
  /** Set by `netdev=`, too. */
  readonly gatewayDevice: string | undefined;
  /** The addresses in `ip=`, in their order; each place counts in the field's value. */
  readonly ip: readonly Part[];
  readonly vifname: string | undefined;
  /** File name, or path, of the hotplug script; `undefined`: the one of `xl.conf`, or `vif-bridge`. */
  readonly script: string | undefined;
  readonly type: 'vif' | 'ioemu' | undefined;
  readonly model: string | undefined;
  /** `undefined`: as much as goes. */
  readonly rate: RateLimit | undefined;
  readonly mtu: number | undefined;
  /** `undefined`: the lowest that is free, which is mostly the place in the list. */
  readonly devid: number | undefined;
  readonly vlan: string | undefined;
  /** The driver domain's name; `undefined`: dom0. */
  readonly backend: string | undefined;
  /** `undefined`: not said. */
  readonly isTrusted: boolean | undefined;
  readonly deprecated: readonly DeprecatedVifForm[];
}

/** An old name of a parameter, which xl still takes. */
export interface DeprecatedVifForm {
  readonly name: 'netdev';
  readonly replacement: 'gatewaydev';
  /** Of the name. */
  readonly span: Span;
}
