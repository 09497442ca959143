/**
 * The workbench's page, which a test can see and drive as a user does. Selectors are CSS with Playwright's additions.
 * Useful ones: `.squiggly-error`, `.markers-panel .monaco-list-row`, `.monaco-hover:not(.hidden) .hover-row`,
 * `.action-widget .monaco-list-row`, `.suggest-widget.visible .monaco-list-row`.
 */
export interface Page {
  /** Makes a picture of the page, or of a part of it, and returns the file's path. */
  screenshot(
    name: string,
    options?: { clip?: { x: number; y: number; width: number; height: number } },
  ): Promise<string>;
  /** Presses keys, as in `Control+Space`. */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  click(
    selector: string,
    options?: { button?: 'left' | 'right'; modifiers?: ('Control' | 'Shift' | 'Alt')[] },
  ): Promise<void>;
  hover(selector: string): Promise<void>;
  /** Waits until the page has a visible element. */
  waitFor(
    selector: string,
    options?: { state?: 'attached' | 'detached' | 'visible' | 'hidden'; timeout?: number },
  ): Promise<true>;
  /** The text of every element. */
  text(selector: string): Promise<string[]>;
  viewport(width: number, height: number): Promise<void>;
  /** The same in the page of the extension that is in sight: its webview, of which there must be only one. */
  viewClick(selector: string): Promise<void>;
  viewWaitFor(
    selector: string,
    options?: { state?: 'attached' | 'detached' | 'visible' | 'hidden'; timeout?: number },
  ): Promise<true>;
  viewTexts(selector: string): Promise<string[]>;
  /** An attribute of every element; `null` for one that has it not. */
  viewAttributes(selector: string, name: string): Promise<(string | null)[]>;
  /** A property of the style of every element, as it is used. */
  viewStyles(selector: string, property: string): Promise<string[]>;
  viewFocus(selector: string): Promise<void>;
  viewScreenshot(selector: string, name: string): Promise<string>;
}

/**
 * The page, where there is one: in the embedded VS Code's Node extension host. `undefined` in a desktop VS Code and in the
 * web worker; a test that needs it skips itself there (`this.skip()`).
 */
export function workbenchPage(): Page | undefined {
  return (globalThis as { vscodeEmbed?: Page }).vscodeEmbed;
}
