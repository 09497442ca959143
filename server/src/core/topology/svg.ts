/** A picture as a file that shows itself: SVG text with its own colours. */
import { boxColours, faultColour, textColour, wireColour } from './light-colours.ts';
import type { PictureElement, PicturePart } from './picture.ts';

const boxRules = Object.entries(boxColours)
  .map(([state, { fill, stroke }]) => `  .topology .${state} > .box { fill: ${fill}; stroke: ${stroke}; }`)
  .join('\n');

/** Light and dark, by what the reader's system wants; a state has its word beside its colour. */
const style = `
  .topology { background: #ffffff; color: ${textColour}; font: 12px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
  .topology text { fill: currentColor; }
  .topology .name { font-size: 13px; font-weight: 600; }
  .topology .detail, .topology .note { fill: #57606a; }
  .topology .box { stroke-width: 1.2; }
${boxRules}
  .topology .wire { fill: none; stroke: ${wireColour}; stroke-width: 1.5; }
  .topology .wire.default { stroke-dasharray: 5 4; }
  .topology .unknown > .box { stroke-dasharray: 5 4; }
  .topology .faulty > .box { stroke: ${faultColour}; stroke-width: 2.4; }
  .topology .fault { fill: ${faultColour}; font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .topology { background: #0d1117; color: #e6edf3; }
    .topology .detail, .topology .note { fill: #9ea7b3; }
    .topology .node > .box { fill: #161b22; stroke: #6e7681; }
    .topology .wire { stroke: #6e7681; }
    .topology .management > .box { fill: #0c2d6b; stroke: #58a6ff; }
    .topology .bare > .box { fill: #0f3d1e; stroke: #3fb950; }
    .topology .addressed > .box { fill: #4b3605; stroke: #d29922; }
    .topology .faulty > .box { stroke: #f85149; }
    .topology .fault { fill: #ff7b72; }
  }
`;

/** The text of an SVG file. */
export function svgText(picture: PictureElement): string {
  const { attributes, children } = picture;
  const alone = {
    ...picture,
    attributes: { xmlns: 'http://www.w3.org/2000/svg', ...attributes, role: 'img' },
    children: [{ name: 'style', attributes: {}, children: [style] }, ...children],
  };
  return `${textOfPart(alone)}\n`;
}

function textOfPart(part: PicturePart): string {
  if (typeof part === 'string') return escaped(part);
  const { name, attributes, children } = part;
  const stated = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `<${name}${stated.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.map(textOfPart).join('')}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
