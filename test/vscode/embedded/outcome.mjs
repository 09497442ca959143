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

  /**
   * @param {{ web: boolean, seconds: number }} options web: the tests are in the browser's worker; seconds: the run is
   *   given up after so many
   */
  constructor({ web, seconds }) {
    this.#web = web;
    setTimeout(() => this.fail(`no result after ${seconds} s`), seconds * 1000).unref();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.#settle(130));
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
