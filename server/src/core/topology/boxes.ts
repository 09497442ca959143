/** How large the boxes of nodes are, and what is written in them. Lengths are in CSS pixels. */
import type { TopologyNode } from './topology.ts';

/** A line of text in a box, by its place from the box's upper left corner. */
export interface BoxLine {
  readonly text: string;
  readonly role: 'name' | 'detail' | 'state' | 'fault';
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
}

/** The name of a domU in an open group. */
export interface Cell {
  readonly node: TopologyNode;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node's box before it has a place. */
export interface Box {
  readonly node: TopologyNode;
  readonly isOpen: boolean;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BoxLine[];
  readonly cells: readonly Cell[];
}

/** Fonts of fixed width have letters of about 0.6 em; a little more keeps the text inside with any of them. */
const letterWidths = { name: 8.2, other: 7.2 };
const padding = 10;
const lineHeight = 17;
const cellHeight = 20;
const cellGap = 4;
const mostLetters = 32;

/** So many names of an open group stand below each other before there is another row of them beside. */
const cellsInColumn = 20;

/** So many names are shown of a group that is not open. */
const namesShown = 3;

const stateWords = {
  plain: undefined,
  management: 'management',
  bare: 'no address',
  addressed: 'dom0 has an address here',
  unknown: undefined,
} as const;

/** What a node's state adds to its details, in words; `undefined`: nothing. */
export function stateInWords({ state }: TopologyNode): string | undefined {
  return stateWords[state];
}

/** `2 faults`; `undefined`: none. */
export function faultsInWords({ faults }: TopologyNode): string | undefined {
  if (faults.length === 0) return undefined;
  return faults.length === 1 ? '1 fault' : `${faults.length} faults`;
}

/** All that is said of a node, a line each: its name, what it is, its members, its state, its faults. */
export function wordsOf(node: TopologyNode): readonly string[] {
  const members = node.members.map(({ name }) => name);
  const parts = [node.name, ...node.details, ...members, stateInWords(node), faultsInWords(node)];
  return parts.filter((part) => part !== undefined);
}

/** @param isOpen of a group: whether each of its domUs is shown */
export function boxOf(node: TopologyNode, isOpen: boolean): Box {
  const texts = textsOf(node, isOpen);
  const lines = texts.map(
    (line, index): BoxLine => ({ ...line, x: padding, y: padding + lineHeight * (index + 1) - 5 }),
  );
  const top = padding + lineHeight * lines.length + 4;
  const cells = isOpen ? cellsOf(node.members, top) : [];
  const right = Math.max(0, ...cells.map(({ x, width }) => x + width));
  const bottom = Math.max(top - 4, ...cells.map(({ y, height }) => y + height));
  const textWidth = Math.max(...texts.map(({ text, role }) => widthOf(text, role === 'name' ? 'name' : 'other')));
  return {
    node,
    isOpen,
    width: Math.max(right, padding + textWidth) + padding,
    height: bottom + padding - 2,
    lines,
    cells,
  };
}

function textsOf(node: TopologyNode, isOpen: boolean): readonly Pick<BoxLine, 'text' | 'role'>[] {
  const names = node.members.slice(0, namesShown).map(({ name }) => shortened(name));
  const sign = isOpen ? '▾' : '▸';
  const state = stateInWords(node);
  const faults = faultsInWords(node);
  return [
    { text: node.kind === 'group' ? `${sign} ${node.name}` : shortened(node.name), role: 'name' },
    ...node.details.map((text) => ({ text: shortened(text), role: 'detail' as const })),
    ...(isOpen ? [] : names.map((text) => ({ text, role: 'detail' as const }))),
    ...(isOpen || names.length === node.members.length ? [] : [{ text: '…', role: 'detail' as const }]),
    ...(state === undefined ? [] : [{ text: state, role: 'state' as const }]),
    ...(faults === undefined ? [] : [{ text: `⚠ ${faults}`, role: 'fault' as const }]),
  ];
}

function cellsOf(members: readonly TopologyNode[], top: number): readonly Cell[] {
  const rows = Math.max(cellsInColumn, Math.ceil(Math.sqrt(members.length * 4)));
  const width = Math.max(...members.map(({ name }) => widthOf(shortened(name), 'other'))) + 16;
  return members.map((node, index) => ({
    node,
    text: shortened(node.name),
    x: padding + Math.floor(index / rows) * (width + cellGap),
    y: top + (index % rows) * (cellHeight + cellGap),
    width,
    height: cellHeight,
  }));
}

/** Of a text that is too long the end is left out; the whole is in the node's label. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= mostLetters ? text : `${letters.slice(0, mostLetters - 1).join('')}…`;
}

/** Letters of other scripts may be twice as wide. */
function widthOf(text: string, font: keyof typeof letterWidths): number {
  const letters = [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2), 0);
  return letters * letterWidths[font];
}
