/** The topology of a dom0 as the text of a file. */
import { dotText } from './dot.ts';
import { drawTopology } from './draw.ts';
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

/** Writes a topology, each domU on its own. */
export function topologyText(topology: Topology, format: TopologyFormat, options: TopologyTextOptions): string {
  const { title, shownPlace } = options;
  switch (format) {
    case 'svg':
      return svgText(drawTopology(topology, { title, expanded: 'all' }));
    case 'mermaid':
      return mermaidText(topology);
    case 'dot':
      return dotText(topology, title);
    case 'json':
      return jsonText(topology, title, shownPlace);
  }
}
