import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import process from 'node:process';
import { format } from 'node:util';
import { chromium } from 'playwright-core';

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} chromium the browser's program
 * @property {string} profile a folder for the browser
 * @property {import('../../../scripts/embedded-vscode/server.mjs').Server} server
 * @property {import('./arguments.mjs').Request} request
 * @property {string} testModule what the extension host loads as its tests
 * @property {() => void} onLog the workbench, or a test in its worker, has logged something
 * @property {(code: number) => void} onExit VS Code says that the tests have ended
 * @property {(reason: string) => void} onLost the page or the browser is gone
 */

/** Where the page finds the files of an extension that runs in its worker. */
const SERVED = '/__dev';

/**
 * Opens VS Code's workbench in a headless Chromium, with development extensions and a test module.
 *
 * @param {WorkbenchOptions} options
 */
export async function openWorkbench(options) {
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.chromium,
    headless: true,
    // The runner ends the browser itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: { width: 1280, height: 800 },
    // --no-sandbox: Chromium refuses to run as root with it; the page is our own.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.exposeFunction('codeAutomationExit', options.onExit);
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ parts) => {
    options.onLog();
    printLog(options.request.web, type, format(...parts));
  });
  page.on('crash', () => options.onLost('the page crashed'));
  const authority = `127.0.0.1:${options.server.port}`;
  const served = options.request.web ? await serveExtension(page, options.request) : undefined;
  const uri = (/** @type {string} */ path) =>
    served === undefined
      ? { scheme: 'vscode-remote', authority, path }
      : { scheme: 'http', authority, path: SERVED + path.slice(served.length) };
  await page.addInitScript(addDevelopmentOptions, {
    extensions: options.request.extensions.map(uri),
    extensionTestsPath: uri(options.testModule),
  });
  await page.goto(options.server.address(query(options.request, authority)), { waitUntil: 'commit' });
  return { page, close: () => context.close() };
}

/**
 * Runs in the page, before VS Code's own code: the workbench reads its configuration from an attribute. (Changing the
 * HTML on its way does not work: the page's websocket is closed then.)
 *
 * @param {object} development
 */
function addDevelopmentOptions(development) {
  const original = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = original.call(this, name);
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration' || value === null) return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...development };
    return JSON.stringify(configuration);
  };
}

/**
 * An extension in the worker must come over http from the workbench's own origin: no worker, which a language server
 * needs, can be made from vscode-remote: URIs.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./arguments.mjs').Request} request
 * @returns {Promise<string>} the folder that is served: the nearest one that holds extensions and tests
 */
async function serveExtension(page, request) {
  const folder = commonFolder([...request.extensions, ...(request.tests === undefined ? [] : [request.tests])]);
  await page.route(`**${SERVED}/**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(SERVED.length);
    const file = posix.normalize(folder + path);
    const found = file.startsWith(`${folder}/`) && existsSync(file) && statSync(file).isFile();
    return found ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
  return folder;
}

/** @param {string[]} paths */
function commonFolder(paths) {
  return paths
    .map((path) => path.split('/'))
    .reduce((common, parts) => {
      const differs = common.findIndex((part, i) => part !== parts[i]);
      return differs < 0 ? common : common.slice(0, differs);
    })
    .join('/');
}

/**
 * What the workbench opens.
 *
 * @param {import('./arguments.mjs').Request} request
 * @param {string} authority
 * @returns {Record<string, string>}
 */
function query({ open, files, disableExtensions }, authority) {
  const isFile = open !== undefined && existsSync(open) && statSync(open).isFile();
  const isWorkspace = isFile && open.endsWith('.code-workspace');
  const opened = [...(isFile && !isWorkspace ? [open] : []), ...files];
  const payload = [
    ...opened.map((path) => ['openFile', `vscode-remote://${authority}${path}`]),
    ...(disableExtensions ? [['disableExtensions', 'true']] : []),
  ];
  return {
    ...(open === undefined || (isFile && !isWorkspace)
      ? { ew: 'true' }
      : { [isWorkspace ? 'workspace' : 'folder']: open }),
    ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}),
  };
}

/** What VS Code itself logs besides the tests' output. */
const OWN_LOG =
  /^(?:Creating a socket|Creation of workbench contribution|Resolv(?:ed|ing) connection|\[|Updating additional|Timed out waiting for authentication|getaddrinfo|Ignoring (?:following|fetching)|Loading development|Request to 'http|Failed to get installed servers|Error while )/;

/**
 * In the worker the tests have no socket; their output comes mixed with VS Code's own log.
 *
 * @param {boolean} web
 * @param {string} type
 * @param {string} text
 */
function printLog(web, type, text) {
  if (!process.env['BRIDGEWISE_VERBOSE'] && (!web || OWN_LOG.test(text))) return;
  process[type === 'error' || type === 'warn' ? 'stderr' : 'stdout'].write(`${text}\n`);
}

/**
 * What a test may do with the page, by name: `globalThis.vscodeEmbed.NAME(...)` in the extension host.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} pictures folder
 * @returns {Record<string, (...operands: any[]) => Promise<unknown>>}
 */
export function operations(page, pictures) {
  // The workbench shows an extension's page in a frame of a frame.
  const inView = (/** @type {string} */ selector) =>
    page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator(selector);
  return {
    screenshot: async (name, options) => {
      await mkdir(pictures, { recursive: true });
      const path = join(pictures, `${name}.png`);
      await page.screenshot({ ...options, path });
      return path;
    },
    press: (keys) => page.keyboard.press(keys),
    type: (text, options) => page.keyboard.type(text, options),
    click: (selector, options) => page.click(selector, options),
    hover: (selector, options) => page.hover(selector, options),
    waitFor: (selector, options) => page.waitForSelector(selector, options).then(() => true),
    text: (selector) => page.locator(selector).allInnerTexts(),
    viewport: (width, height) => page.setViewportSize({ width, height }),
    viewClick: (selector, options) => inView(selector).click(options),
    viewWaitFor: async (selector, options) => {
      await inView(selector).first().waitFor(options);
      return true;
    },
    viewTexts: (selector) => inView(selector).allTextContents(),
    viewAttributes: (selector, name) =>
      inView(selector).evaluateAll((all, attribute) => all.map((one) => one.getAttribute(attribute)), name),
    viewStyles: (selector, property) =>
      inView(selector).evaluateAll(
        (all, name) => all.map((one) => getComputedStyle(one).getPropertyValue(name)),
        property,
      ),
    viewFocus: (selector) => inView(selector).focus(),
    viewScreenshot: async (selector, name) => {
      await mkdir(pictures, { recursive: true });
      const path = join(pictures, `${name}.png`);
      await inView(selector).first().screenshot({ path });
      return path;
    },
  };
}
