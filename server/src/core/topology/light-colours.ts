import type { NodeState } from './topology.ts';

/** The colours of a box on white paper. */
interface BoxColours {
  readonly fill: string;
  readonly stroke: string;
}

/** By the states of nodes, for the files that bring their own colours; the view in an editor has the editor's. */
export const boxColours: Readonly<Record<NodeState, BoxColours>> = {
  plain: { fill: '#f6f8fa', stroke: '#8c959f' },
  management: { fill: '#ddf4ff', stroke: '#0969da' },
  bare: { fill: '#dafbe1', stroke: '#1a7f37' },
  addressed: { fill: '#fff8c5', stroke: '#9a6700' },
  unknown: { fill: '#f6f8fa', stroke: '#8c959f' },
};

/** Around what has a fault. */
export const faultColour = '#cf222e';

export const textColour = '#1f2328';

export const wireColour = '#8c959f';
