import process from 'node:process';
import type { MessageReader, MessageWriter } from 'vscode-jsonrpc/node';
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Transport } from '../lsp/connection.ts';

/**
 * Opens what the command line names: `--stdio` (also when it names nothing), `--node-ipc`, `--socket=PORT` or `--pipe=NAME`,
 * each as editors write it, with `=` or a blank before the value.
 */
export function openTransport(commandLine: readonly string[]): Transport {
  const words = commandLine.flatMap((argument) => argument.split('=', 2));
  const valueBehind = (name: string): string | undefined => words[words.indexOf(name) + 1];
  if (words.includes('--node-ipc')) {
    // The channel's end is the editor's end.
    process.on('disconnect', () => process.exit(1));
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  if (words.includes('--socket')) return connected(createServerSocketTransport(Number(valueBehind('--socket'))));
  if (words.includes('--pipe')) return connected(createServerPipeTransport(valueBehind('--pipe') ?? ''));
  return { reader: new StreamMessageReader(process.stdin), writer: new StreamMessageWriter(process.stdout) };
}

function connected([reader, writer]: readonly [MessageReader, MessageWriter]): Transport {
  return { reader, writer };
}
