import type { DrawnElement, DrawnPart } from './messages.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** The elements that a picture may have; of another one nothing is shown. */
const elementNames: ReadonlySet<string> = new Set([
  'circle',
  'desc',
  'ellipse',
  'g',
  'line',
  'path',
  'polygon',
  'polyline',
  'rect',
  'svg',
  'text',
  'title',
  'tspan',
]);

/** The attributes that a picture may have; another one is left out. None of them runs, loads or styles anything. */
const attributeNames: ReadonlySet<string> = new Set([
  ...['class', 'data-from', 'data-group', 'data-node', 'data-to', 'role'],
  ...['aria-expanded', 'aria-hidden', 'aria-label'],
  ...['cx', 'cy', 'd', 'dx', 'dy', 'height', 'points', 'r', 'rx', 'ry', 'transform', 'viewBox', 'width'],
  ...['x', 'x1', 'x2', 'y', 'y1', 'y2'],
  ...['dominant-baseline', 'font-size', 'font-weight', 'text-anchor'],
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
