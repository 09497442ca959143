import ipaddr from 'ipaddr.js';
import { isMapped } from '../../model/bring-up.ts';
import { hookCommandsOf } from '../../model/hook-commands.ts';
import type { HostModel, Stanza, StanzaOption } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { isOwnOption, optionsNamed } from '../../model/stanzas.ts';
import { deleteOptions } from '../../syntax/interfaces/print.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { InterfacesRule, Report } from '../rule.ts';

/** A default route that a stanza sets. */
interface DefaultRoute {
  readonly stanza: Stanza;
  readonly gateway: StanzaOption;
  readonly metric: number;
}

export const secondDefaultRoute: InterfacesRule = {
  name: 'second-default-route',
  group: 'interfaces',
  severity: 'warning',
  summary: 'Two interfaces that come up at boot set the same IPv4 default route, and ifup fails at the second.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    if (host.stanzas.flatMap(hookCommandsOf).some(({ value }) => changingRoutes.test(value.text))) return;
    const first = new Map<number, DefaultRoute>();
    for (const route of stanzasAtBoot(host).flatMap(defaultRouteOf)) {
      const before = first.get(route.metric);
      if (before === undefined) first.set(route.metric, route);
      else if (isOwnOption(route.stanza, route.gateway)) yield reportOf(route, before, host);
    }
  },
};

/** Commands that may take a default route away, and programs of which nobody knows what they do. */
const changingRoutes =
  /\broute\b.*\b(?:del|delete|flush|replace|change)\b|(?:^|[\s;&|])(?:\.|\/(?!proc\/|sys\/|dev\/|s?bin\/|usr\/s?bin\/))[^\s;]*/;

/** The stanzas of `auto` lines, in the order in which `ifup -a` takes them. */
function stanzasAtBoot(host: HostModel): readonly Stanza[] {
  const autos = host.marks.filter((mark) => mark.class === 'auto' && mark.name === mark.logical);
  const names = [...new Set(autos.map(({ name }) => name))];
  return names
    .filter((name) => !name.includes(':') && !isMapped(name, host))
    .flatMap((name) => host.interfaces.get(name)?.stanzas ?? []);
}

/** Only of a method whose own words ifupdown takes for the route. More words behind the gateway are ip's: they may make it another route. */
function defaultRouteOf(stanza: Stanza): readonly DefaultRoute[] {
  const [gateway, ...more] = optionsNamed(stanza, 'gateway');
  const metrics = optionsNamed(stanza, 'metric').map(({ value }) => value.text);
  const isKnown = stanza.family === 'inet' && stanza.method === 'static' && more.length === 0 && metrics.length < 2;
  if (gateway === undefined || !isKnown || !ipaddr.IPv4.isValidFourPartDecimal(gateway.value.text)) return [];
  const [metric = '0'] = metrics;
  return /^\d+$/.test(metric) ? [{ stanza, gateway, metric: Number(metric) }] : [];
}

function reportOf({ stanza, gateway, metric }: DefaultRoute, before: DefaultRoute, host: HostModel): Report {
  const { file, value, line } = gateway;
  const likewise = metric === 0 ? 'without a `metric`, too' : `with the metric ${metric}, too`;
  const edited = { file, text: textOf(host, file) };
  return {
    location: { file, span: value.span },
    message:
      `${before.stanza.name} sets a default route ${likewise}. The kernel takes no second one like it: ip says "File exists", ` +
      `and ifup fails at ${stanza.name}. The commands behind it are not run.`,
    related: [
      {
        location: { file: before.gateway.file, span: before.gateway.value.span },
        message: 'The first default route.',
      },
    ],
    fixes: [
      {
        title: `Remove ${inlineCode(`gateway ${value.text}`)}`,
        safety: 'unsafe',
        edits: deleteOptions(edited, [line]),
      },
    ],
  };
}
