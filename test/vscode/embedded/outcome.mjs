import process from 'node:process';

/** The two ways a result arrives come within this time of each other. */
const SECOND_RESULT_MS = 3000;

/** Collects what the tests, the workbench, the clock and the user say about how the run ended. */
export class Outcome {
  /** @type {number | undefined} */
  #tests;
  /** @type {number | undefined} */
  #workbench;
  /** @type {(code: number) => void} */
  #settle = () => undefined;

  /** @type {Promise<number>} resolves with the exit code */
  settled = new Promise((resolve) => {
    this.#settle = resolve;
  });

  #web;
  #seconds;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {{ web: boolean, seconds: number }} options web: the tests are in the browser's worker; seconds: the run is
   *   given up after so many in which nothing was heard of it
   */
  constructor({ web, seconds }) {
    this.#web = web;
    this.#seconds = seconds;
    this.heard();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.#settle(130));
  }

  /** Something was heard of the run: it does not hang. */
  heard() {
    clearTimeout(this.#timer);
    const giveUp = () => this.fail(`nothing was heard of the tests for ${this.#seconds} s`);
    this.#timer = setTimeout(giveUp, this.#seconds * 1000).unref();
  }

  /** @param {number} code */
  fromTests(code) {
    this.#tests = code;
    this.#decide();
  }

  /** @param {number} code */
  fromWorkbench(code) {
    this.#workbench = code;
    this.#decide();
  }

  /** @param {string} reason */
  fail(reason) {
    if (this.#tests === undefined && this.#workbench === undefined) console.error(`vscode-embed: ${reason}`);
    this.#settle(1);
  }

  /** In the worker the tests have no socket: the workbench's word is all there is. Else both must be content. */
  #decide() {
    if (this.#web) this.#settle(this.#workbench === 0 ? 0 : 1);
    else if (this.#tests !== undefined && this.#workbench !== undefined)
      this.#settle(this.#tests || this.#workbench ? 1 : 0);
    else setTimeout(() => this.#settle(this.#tests === 0 ? 0 : 1), SECOND_RESULT_MS).unref();
  }
}
