import { fieldText } from '../../syntax/xl/values/spec.ts';
import { nextFreeVdev } from '../../syntax/xl/values/vdev.ts';
import type { SpecUse, XlConfig } from './config.ts';

/** A name that fits a parameter, and why. */
export interface OfferedName {
  readonly label: string;
  readonly detail: string;
}

/** What the file itself tells of a parameter's likely values, the likeliest first. */
export function namesOffered(config: XlConfig, use: SpecUse, parameter: string): readonly OfferedName[] {
  const others = config.specs.filter(({ language, value }) => language === use.language && value !== use.value);
  return offers[`${use.language} ${parameter}`]?.(config, others) ?? [];
}

type Offer = (config: XlConfig, others: readonly SpecUse[]) => readonly OfferedName[];

/** By language and parameter. */
const offers: Readonly<Record<string, Offer>> = {
  'disk vdev': (config, others) => {
    const taken = others.flatMap(({ spec }) => fieldText(spec, 'vdev') ?? []);
    const usual = taken.at(-1) ?? (config.guest === 'hvm' ? 'hda' : 'xvda');
    const free = [nextFreeVdev(taken, usual), nextFreeVdev(taken, 'xvda')].filter((vdev) => vdev !== undefined);
    return [...new Set(free)].map((label) => ({ label, detail: 'the next one that is free' }));
  },
  'vif bridge': (_, others) =>
    [...new Set(others.flatMap(({ spec }) => fieldText(spec, 'bridge') ?? []))].map((label) => ({
      label,
      detail: 'another vif is on it',
    })),
  'vif script': () => [
    { label: 'vif-bridge', detail: 'puts the vif into a bridge; the default' },
    { label: 'vif-openvswitch', detail: 'puts the vif into an Open vSwitch bridge, as NAME.TAG:TRUNKS' },
    { label: 'vif-route', detail: 'routes to the guest' },
    { label: 'vif-nat', detail: 'translates the guest\u2019s addresses' },
  ],
};
