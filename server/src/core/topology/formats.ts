/** The topology of a dom0 as the text of a file. */
import { dotText } from './dot.ts';
import { drawTopology } from './draw.ts';
import { groupDomUs } from './group-domus.ts';
import type { ShownPlace } from './json.ts';
import { jsonText } from './json.ts';
import { mermaidText } from './mermaid.ts';
import { svgText } from './svg.ts';
import type { NodePlace, Topology } from './topology.ts';

/** The forms in which a topology is written. */
export const topologyFormats = ['svg', 'mermaid', 'dot', 'json'] as const;

/** One of them. */
export type TopologyFormat = (typeof topologyFormats)[number];

/** What the texts say besides the topology. */
export interface TopologyTextOptions {
  /** What the dom0 is called. */
  readonly title: string;
  /** How a reader finds a place. */
  readonly shownPlace: (place: NodePlace) => ShownPlace;
}

/** Writes a topology with the names of all domUs; those that are many on one bridge share a box, but not in data. */
export function topologyText(topology: Topology, format: TopologyFormat, options: TopologyTextOptions): string {
  const { title, shownPlace } = options;
  switch (format) {
    case 'svg':
      return svgText(drawTopology(groupDomUs(topology), { title, expanded: 'all' }));
    case 'mermaid':
      return mermaidText(groupDomUs(topology));
    case 'dot':
      return dotText(groupDomUs(topology), title);
    case 'json':
      return jsonText(topology, title, shownPlace);
  }
}
