/** What a picture of a dom0 shows: its interfaces and domUs, and what stands on what. Plain data, without any place on paper. */
import type { Location } from '../text/location.ts';

/** `interface`: one that is no card, bond, VLAN or bridge as far as the files tell, such as a tunnel. `group`: several domUs. */
export type NodeKind = 'nic' | 'interface' | 'bond' | 'vlan' | 'bridge' | 'domU' | 'group';

/**
 * What matters most about a node. `management`: the dom0 is reached by it. `bare`: a bridge without an address. `addressed`: a
 * bridge with one that dom0 does not need. `unknown`: a domU names it, and the interfaces files do not make it.
 */
export type NodeState = 'plain' | 'management' | 'bare' | 'addressed' | 'unknown';

/** One thing of the dom0, or several domUs that are alike. */
export interface TopologyNode {
  /** Tells it from all others, and stays the same while the files change around it. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly state: NodeState;
  /** Phrases without a full stop: what it is, its addresses. */
  readonly details: readonly string[];
  /** What the errors and warnings say that are found in it. */
  readonly faults: readonly string[];
  /** Where it stands in the files; the first is the place to go to. */
  readonly places: readonly NodePlace[];
  /** The domUs of a group; else empty. */
  readonly members: readonly TopologyNode[];
}

/** A place of a node. */
export interface NodePlace extends Location {
  /** All that is said of the node there; the place itself is its name. */
  readonly whole: Location['span'];
}

/** One thing stands on another: a bridge on its port, a domU by its vifs on a bridge. */
export interface TopologyWire {
  /** The id of the node that carries. */
  readonly from: string;
  /** The id of the node that is carried. */
  readonly to: string;
  /** A phrase for each vif, such as `vif 0`; empty between interfaces. */
  readonly labels: readonly string[];
  /** Whether nothing in the domU's file names the bridge: xl's default puts the vif there. */
  readonly isDefault: boolean;
}

/** All of it; each wire's ends are among the nodes. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly wires: readonly TopologyWire[];
  /** Sentences about the whole: what could not be read. */
  readonly notes: readonly string[];
}
