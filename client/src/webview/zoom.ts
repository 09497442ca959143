/** How large the picture is shown. */

/** A factor, or as large as the view is wide. */
export type Zoom = number | 'fit';

export interface Zoomer {
  /** Shows another picture in the same size, at the same place. */
  readonly show: (picture: SVGSVGElement) => void;
  readonly zoom: () => Zoom;
  readonly set: (zoom: Zoom) => void;
  /** @param point what stays where it is, in the window; by default the middle of the view */
  readonly by: (steps: number, point?: { readonly x: number; readonly y: number }) => void;
}

const stepFactor = 1.2;
const smallest = 0.2;
const largest = 4;
/** A picture that would be smaller could not be read; the view scrolls instead. */
const smallestFit = 0.7;

/**
 * @param view what scrolls
 * @param onChange told when the size or the place is another
 */
export function zoomer(view: HTMLElement, zoomAtStart: Zoom, onChange: () => void): Zoomer {
  let zoom = zoomAtStart;
  let shown: { readonly picture: SVGSVGElement; readonly width: number; readonly height: number } | undefined;
  const factor = (): number => {
    if (zoom !== 'fit') return zoom;
    const { width } = shown ?? { width: 1 };
    return Math.min(1, Math.max(smallestFit, view.clientWidth / width));
  };
  const apply = (): void => {
    if (shown === undefined) return;
    shown.picture.setAttribute('width', String(Math.floor(shown.width * factor())));
    shown.picture.setAttribute('height', String(Math.floor(shown.height * factor())));
  };
  new ResizeObserver(apply).observe(view);
  const set = (wanted: Zoom): void => {
    zoom = wanted;
    apply();
    onChange();
  };
  const by: Zoomer['by'] = (steps, point) => {
    const { left, top } = view.getBoundingClientRect();
    const x = point === undefined ? view.clientWidth / 2 : point.x - left;
    const y = point === undefined ? view.clientHeight / 2 : point.y - top;
    const before = factor();
    const after = Math.min(largest, Math.max(smallest, before * stepFactor ** steps));
    const place = { x: (view.scrollLeft + x) / before, y: (view.scrollTop + y) / before };
    set(after);
    view.scrollTo(place.x * after - x, place.y * after - y);
  };
  const show = (picture: SVGSVGElement): void => {
    const { width, height } = picture.viewBox.baseVal;
    shown = { picture, width, height };
    apply();
  };
  view.addEventListener('scroll', onChange);
  view.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      by(event.deltaY < 0 ? 1 : -1, event);
    },
    { passive: false },
  );
  return { show, zoom: () => zoom, set, by };
}
