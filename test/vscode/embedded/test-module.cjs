// The test module that the extension host loads in place of the real one. It sends all output and the result over a
// socket to the runner, lets the tests drive the workbench's page (`globalThis.vscodeEmbed`), and runs the real module.
const { connect } = require('node:net');
const process = require('node:process');
const { pathToFileURL } = require('node:url');
const { format } = require('node:util');

const TESTS = process.env.BRIDGEWISE_EMBED_TESTS;
const socket = connect(process.env.BRIDGEWISE_EMBED_SOCKET);
/** Requests to the page that have no answer yet, by their number. */
const waiting = new Map();
let requests = 0;
let tail = '';

const send = (message) => socket.write(`${JSON.stringify(message)}\n`);

socket.setEncoding('utf8').on('data', (data) => {
  const lines = (tail + data).split('\n');
  tail = lines.pop();
  for (const line of lines) {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  }
});

globalThis.vscodeEmbed = new Proxy(
  {},
  {
    get:
      (_target, operation) =>
      (...operands) =>
        new Promise((resolve, reject) => {
          const id = ++requests;
          waiting.set(id, ({ error, value }) => (error === undefined ? resolve(value) : reject(new Error(error))));
          send({ id, operation, operands });
        }),
  },
);

// The extension host has put accessors without a working setter on console.*: define, do not assign. What goes to
// process.stdout arrives too, since VS Code's own replacement of it ends in console.*.
for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace']) {
  const stream = name === 'warn' || name === 'error' || name === 'trace' ? 'stderr' : 'stdout';
  const value = (...parts) => send({ stream, text: `${format(...parts)}\n` });
  Object.defineProperty(console, name, { value, writable: true, configurable: true });
}

async function loadTests() {
  try {
    return require(TESTS);
  } catch (error) {
    if (error.code !== 'ERR_REQUIRE_ESM') throw error;
    return import(pathToFileURL(require.resolve(TESTS)).href);
  }
}

/** VS Code's contract: a function that returns a promise, or takes a callback with an error or a number of failures. */
function runTests(run) {
  return new Promise((resolve, reject) => {
    const result = run(TESTS, (error, failures) => {
      if (error) reject(error);
      else if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
    if (result?.then) result.then(resolve, reject);
    else if (run.length < 2) resolve();
  });
}

exports.run = async () => {
  let failure;
  try {
    const tests = await loadTests();
    const run = tests.run ?? tests.default?.run;
    if (typeof run !== 'function') throw new Error(`${TESTS} exports no function run`);
    await runTests(run);
  } catch (error) {
    failure = error;
    send({ stream: 'stderr', text: `${error?.stack ?? error}\n` });
  }
  await new Promise((resolve) => socket.write(`${JSON.stringify({ result: failure ? 1 : 0 })}\n`, resolve));
  if (failure) throw failure;
};
