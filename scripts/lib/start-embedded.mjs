import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { canEmbed, installEmbedded } from '../embedded-vscode/install.mjs';
import { startServer } from '../embedded-vscode/server.mjs';
import { explainFailure, StepError } from './failures.mjs';
import { readManifest } from './manifest.mjs';
import { ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { runTool } from './run.mjs';
import { writeUserSettings } from './vscode-settings.mjs';

/**
 * Serves VS Code with the extension in it to the user's browser, on this machine alone.
 *
 * @param {import('./start.mjs').Opened} opened
 * @param {string} temporary
 * @param {(line: string) => void} say
 * @returns {Promise<import('./start.mjs').Started>}
 */
export async function startEmbedded(opened, temporary, say) {
  if (!canEmbed()) {
    throw new StepError(
      `no VS Code is here (no "code" in PATH), and the embedded one does not run on ${process.platform}`,
      'Install VS Code, or name its program with BRIDGEWISE_VSCODE.',
    );
  }
  const vscode = await withProgress(say, installEmbedded(say));
  const extensions = join(temporary, 'extensions');
  const userData = join(temporary, 'user-data');
  await installExtension(extensions);
  await writeUserSettings(userData, { 'security.workspace.trust.startupPrompt': 'never' });
  const server = await startServer(vscode, { temporary, userData, extensions, trustAll: opened.trusted });
  const show = opened.file && [['openFile', `vscode-remote://127.0.0.1:${server.port}${opened.file}`]];
  const address = server.address({
    ...(opened.folder ? { folder: opened.folder } : { ew: 'true' }),
    ...(show ? { payload: JSON.stringify(show) } : {}),
  });
  console.log(`\nVS Code with Bridgewise, open on ${opened.folder ?? opened.file}:\n\n  ${address}\n`);
  console.log('Open this address in a browser on this machine; whoever has it can act as you here. Ctrl-C ends it.');
  console.log(`From another machine: first ssh -N -L ${server.port}:127.0.0.1:${server.port} to this one, there.`);
  return server;
}

/**
 * Puts the extension where VS Code looks for installed ones: the files that its package would hold, as they are now.
 *
 * @param {string} extensions VS Code's --extensions-dir
 */
async function installExtension(extensions) {
  const { publisher, name, version } = readManifest();
  const folder = join(extensions, `${publisher}.${name}-${version}`);
  for (const path of await packagedFiles()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(ROOT, path), join(folder, path));
  }
}

/** @returns {Promise<string[]>} the files that .vscodeignore lets into the package, from the root */
async function packagedFiles() {
  const { code, output } = await runTool('node_modules/@vscode/vsce/vsce', ['ls', '--no-dependencies']);
  if (code !== 0) throw explainFailure('listing the files of the extension (vsce ls)', output);
  return output.split('\n').filter((line) => line !== '');
}
