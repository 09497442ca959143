/** What only one dialect's program reads; names of options in the spelling with hyphens. */
export interface DialectSigns {
  /** First words of lines that only ifupdown-ng knows. */
  readonly ifupdownNgKeywords: readonly string[];
  /** Options that only ifupdown2 knows. */
  readonly ifupdown2Options: readonly string[];
  /** Beginnings of options that only ifupdown2 knows. */
  readonly ifupdown2OptionPrefixes: readonly string[];
}

/**
 * The signs that tell the dialects apart. `bridge-ports` with a hyphen and `bridge-vlan-aware` are none: the hook of
 * bridge-utils reads both.
 */
export const dialectSigns: DialectSigns = {
  ifupdownNgKeywords: ['use', 'requires', 'template', 'inherit', 'defaults'],
  ifupdown2Options: [
    'address-virtual',
    'bridge-access',
    'bridge-allow-untagged',
    'bridge-port-pvids',
    'bridge-port-vids',
    'bridge-pvid',
    'bridge-trunk',
    'bridge-vids',
    'es-sys-mac',
    'link-down',
    'vlan-id',
    'vrf',
    'vrf-table',
  ],
  ifupdown2OptionPrefixes: ['batman-', 'clag', 'hwaddress-', 'mstpctl-', 'vxlan-'],
};
