/** A drawing as plain data: elements of SVG. Whoever shows it makes nodes or text of them, so that no text becomes markup. */

/** One element of SVG. */
export interface PictureElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PicturePart[];
}

/** An element, or text. */
export type PicturePart = PictureElement | string;

/** An element of SVG; numbers are rounded to tenths. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly PicturePart[]
): PictureElement {
  const stated = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value]],
  );
  return { name, attributes: Object.fromEntries(stated), children };
}
