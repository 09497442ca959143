import type { Dom0, DomU } from '../../model/dom0/dom0.ts';
import { nameOfDomU } from '../../model/dom0/domu-names.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { groupBy } from '../../text/group-by.ts';
import { inlineCode } from '../../text/markdown.ts';
import { baseName } from '../../text/paths.ts';
import type { HostRule, Report } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const sharedDomainName: HostRule = {
  name: 'shared-domain-name',
  group: 'host',
  severity: 'information',
  summary: 'Two files of a dom0 give their domU the same name, so that only one of them can run.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    for (const [name, [first, ...others]] of domUsByName(dom0)) {
      if (first === undefined) continue;
      for (const domU of others) yield reportOf(name, domU, first);
    }
  },
};

function domUsByName({ domUs }: Dom0): ReadonlyMap<string, readonly DomU[]> {
  const named = domUs.flatMap((domU) => {
    const name = nameOfDomU(domU);
    return name === undefined ? [] : [{ name, domU }];
  });
  const groups = groupBy(named, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, group.map(({ domU }) => domU)] as const));
}

function reportOf(name: string, domU: DomU, first: DomU): Report {
  const areBothStarted = domU.isStartedAtBoot && first.isStartedAtBoot;
  const [shown, other] = [inlineCode(name), inlineCode(baseName(first.config.file))];
  const end = areBothStarted
    ? 'Both are in `xen/auto`, and only one of them is started.'
    : 'If they are variants of one domU, all is well.';
  return {
    location: placeIn(domU.config, spanOfName(domU)),
    severity: areBothStarted ? 'warning' : 'information',
    message: `${shown} is the name in ${other}, too: while one of the two runs, xl refuses the other (\`Domain with name ${JSON.stringify(name).replaceAll('`', '')} already exists\`). ${end}`,
    related: [{ location: placeIn(first.config, spanOfName(first)), message: 'Here is the first one.' }],
  };
}

function spanOfName({ config }: DomU) {
  return atomsOf(config.settings, 'name')[0]?.span ?? { start: 0, end: 0 };
}
