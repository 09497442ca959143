import type { DrawnElement, DrawnPart } from './messages.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** The elements that a picture may have; of another one nothing is shown. */
const elementNames: ReadonlySet<string> = new Set(['g', 'path', 'rect', 'svg', 'text', 'title']);

/** The attributes that a picture may have; another one is left out. None of them runs, loads or styles anything. */
const attributeNames: ReadonlySet<string> = new Set([
  ...['class', 'data-from', 'data-group', 'data-node', 'data-to', 'role'],
  ...['aria-expanded', 'aria-hidden', 'aria-label'],
  ...['d', 'height', 'rx', 'transform', 'viewBox', 'width', 'x', 'y'],
]);

/**
 * Nodes of the DOM for a picture. Text stays text, whatever it looks like.
 *
 * @returns `undefined` for what is no picture
 */
export function buildPicture(picture: DrawnElement): SVGSVGElement | undefined {
  const built = picture.name === 'svg' ? buildPart(picture) : undefined;
  return built instanceof SVGSVGElement ? built : undefined;
}

function buildPart(part: DrawnPart): Node | undefined {
  if (typeof part === 'string') return document.createTextNode(part);
  if (!elementNames.has(part.name)) return undefined;
  const element = document.createElementNS(namespace, part.name);
  for (const [name, value] of Object.entries(part.attributes))
    if (attributeNames.has(name)) element.setAttribute(name, value);
  element.append(...part.children.flatMap((child) => buildPart(child) ?? []));
  return element;
}
