/** So long the picture rests before it is spoken of: who types hears it once, not at each letter. */
const restMs = 1000;

/**
 * Says sentences by a polite live region; of several that come shortly after each other, the last.
 *
 * @param region the element that screen readers listen to
 */
export function announcer(region: HTMLElement): (sentence: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The same text again would be no change.
      region.textContent = region.textContent === sentence ? `${sentence}\u00A0` : sentence;
    }, restMs);
  };
}
