/** The nodes of the picture as things to choose: one tab stop for all, arrow keys between them. */
import type { Box, Step, Wire } from './walk.ts';
import { nearestTo, stepFrom } from './walk.ts';

/** What choosing a node does. */
export interface Actions {
  readonly open: (node: string) => void;
  readonly toggle: (node: string) => void;
}

export interface Nodes {
  /** Shows a picture in place of another; the focus stays on its node, or goes to the one nearest to it. */
  readonly show: (picture: SVGSVGElement) => void;
  readonly clear: () => void;
  /** Marks the node that the cursor in the editor means. */
  readonly mark: (node: string | undefined) => void;
  /** Scrolls to a node where it is out of sight; the focus stays where it is. */
  readonly reveal: (node: string | undefined) => void;
}

type NodeElement = SVGElement;

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** @param view what scrolls, and holds the picture */
export function nodesIn(view: HTMLElement, actions: Actions): Nodes {
  const all = (): readonly NodeElement[] => [...view.querySelectorAll<SVGElement>('[data-node]')];
  const find = (node: string | undefined) => all().find((element) => idOf(element) === node);
  const focused = () => (view.contains(document.activeElement) ? nodeAround(document.activeElement) : undefined);
  /** The one node that Tab leads to. */
  const setStop = (stop: NodeElement | undefined): void => {
    for (const element of all()) element.setAttribute('tabindex', element === stop ? '0' : '-1');
  };
  const show = (picture: SVGSVGElement): void => {
    const left = focused();
    const place = left && boxOf(left);
    const stop = view.querySelector<SVGElement>('[data-node][tabindex="0"]');
    view.replaceChildren(picture);
    for (const element of all()) element.setAttribute('role', 'button');
    for (const wire of view.querySelectorAll('.wire')) wire.setAttribute('aria-hidden', 'true');
    setStop((stop === null ? undefined : find(idOf(stop))) ?? all()[0]);
    if (left === undefined || place === undefined) return;
    focusOn(find(idOf(left)) ?? find(nearestTo(all().map(boxOf), place)?.node));
  };
  const focusOn = (element: NodeElement | undefined): void => {
    setStop(element ?? all()[0]);
    element?.focus();
  };
  const mark = (node: string | undefined): void => {
    for (const element of all()) setCurrent(element, idOf(element) === node);
    const marked = find(node);
    if (marked !== undefined && focused() === undefined) setStop(marked);
  };
  const choose = (element: NodeElement): void => {
    if (element.dataset['group'] === undefined) actions.open(idOf(element));
    else actions.toggle(element.dataset['group']);
  };
  view.addEventListener('click', ({ target }) => {
    const element = nodeAround(target);
    if (element === undefined) return;
    focusOn(element);
    choose(element);
  });
  view.addEventListener('focusin', ({ target }) => setStop(nodeAround(target)));
  view.addEventListener('keydown', (event) => {
    const element = nodeAround(event.target);
    if (element === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (step === undefined) return choose(element);
    const next = find(stepFrom(all().map(boxOf), wiresIn(view), idOf(element), step));
    if (next !== undefined) focusOn(next);
  });
  return {
    show,
    clear: () => view.replaceChildren(),
    mark,
    reveal: (node) => find(node)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
  };
}

function nodeAround(target: EventTarget | null): NodeElement | undefined {
  return target instanceof Element ? (target.closest<SVGElement>('[data-node]') ?? undefined) : undefined;
}

function setCurrent(element: NodeElement, isCurrent: boolean): void {
  element.classList.toggle('current', isCurrent);
  if (isCurrent) element.setAttribute('aria-current', 'true');
  else element.removeAttribute('aria-current');
}

function boxOf(element: NodeElement): Box {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const within = element.parentElement?.closest<SVGElement>('[data-node]')?.dataset['node'];
  return { node: idOf(element), within, left, right, top, bottom };
}

function idOf(element: NodeElement): string {
  return element.dataset['node'] ?? '';
}

function wiresIn(view: HTMLElement): readonly Wire[] {
  return [...view.querySelectorAll<SVGElement>('.wire')].map(({ dataset }) => ({
    from: dataset['from'] ?? '',
    to: dataset['to'] ?? '',
  }));
}
