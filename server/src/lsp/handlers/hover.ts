import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { hoverAt } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutPlace } from '../context.ts';
import { linesOf } from '../lines.ts';
import { toMarkup, toRange } from '../to-proto.ts';

export const hover = aboutPlace(null, ({ context, snapshot, file }: Asked<HoverParams>, offset): Hover | null => {
  const found = hoverAt(snapshot, file, offset);
  if (found === undefined) return null;
  return {
    contents: toMarkup(found.markdown, context.profile.markdownHover),
    range: toRange(linesOf(snapshot, file), found.span),
  };
});
