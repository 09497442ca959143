/** What the extension and the script in the topology view say to each other. Plain data. */

/** An element of SVG, as the server draws it. */
export interface DrawnElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly DrawnPart[];
}

/** An element, or text. */
export type DrawnPart = DrawnElement | string;

/** What the view keeps while it is hidden and over a reload of the window, and tells the extension when it comes back. */
export interface Remembered {
  /** The document whose dom0 is shown, as a URI. */
  readonly file: string;
  /** The groups that the user has opened, by the ids of their nodes. */
  readonly expanded: readonly string[];
}

/** To the view: a picture in place of what is shown. */
export interface PictureMessage extends Remembered {
  readonly kind: 'picture';
  /** Tells the dom0 from others of the same title. */
  readonly dom0: string;
  /** What the dom0 is called. */
  readonly title: string;
  readonly picture: DrawnElement;
}

/** From the extension to the view. */
export type ToView =
  | PictureMessage
  /** There is no picture, for a reason. */
  | { readonly kind: 'empty'; readonly reason: string }
  /** The node that the cursor in the editor means; `undefined`: none. */
  | { readonly kind: 'current'; readonly node: string | undefined };

/** From the view to the extension. */
export type FromView =
  /** The script runs, and shows nothing yet. */
  | { readonly kind: 'ready' }
  /** The user wants to see where a node stands. */
  | { readonly kind: 'open'; readonly node: string }
  /** The user opens or closes a group. */
  | { readonly kind: 'toggle'; readonly node: string };
