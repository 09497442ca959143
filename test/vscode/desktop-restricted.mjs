#!/usr/bin/env node
// Runs the desktop VS Code that BRIDGEWISE_DESKTOP names without --disable-workspace-trust, which @vscode/test-electron
// always adds: so that the suites for Restricted Mode are in Restricted Mode.
import { spawn } from 'node:child_process';
import process from 'node:process';

const program = process.env['BRIDGEWISE_DESKTOP'] ?? '';
const passedOn = process.argv.slice(2).filter((argument) => argument !== '--disable-workspace-trust');
const child = spawn(program, passedOn, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill());
child.on('error', (error) => {
  console.error(`${program}: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
