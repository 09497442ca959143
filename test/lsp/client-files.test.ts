import { expect, test } from 'vitest';
import type { EditorOptions } from '../support/language-server.ts';
import { diagnosticsOf, rulesOf, startEditor } from '../support/language-server.ts';

const root = 'vscode-vfs://github/owner/hosts/alpha/etc/network';
const withoutPorts = 'auto xenbr0\niface xenbr0 inet manual\n    bridge_fd 0\n';

/** An editor with a virtual file system. */
function virtualFiles(files: Readonly<Record<string, string>>): EditorOptions {
  return {
    initializationOptions: { readsFiles: true },
    answers: {
      'bridgewise/readFile': ({ uri }: { uri: string }) => {
        const text = files[uri];
        return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
      },
      'bridgewise/listFolder': ({ uri }: { uri: string }) => {
        const names = Object.keys(files).filter((file) => file.startsWith(`${uri}/`));
        const entries = names.map((file) => ({ name: file.slice(uri.length + 1), isFolder: false }));
        return { entries: entries.length === 0 ? null : entries };
      },
    },
  };
}

test('sourced files of a virtual file system are read through the editor', async () => {
  const editor = await startEditor(
    virtualFiles({ [`${root}/interfaces.d/ports`]: 'iface xenbr0 inet manual\n    bridge_ports none\n' }),
  );
  await editor.open(`${root}/interfaces`, `source interfaces.d/*\n${withoutPorts}`);
  expect(rulesOf(await diagnosticsOf(editor, `${root}/interfaces`))).not.toContain('bridge-without-ports');
  await editor.change(`${root}/interfaces`, withoutPorts);
  expect(rulesOf(await diagnosticsOf(editor, `${root}/interfaces`))).toContain('bridge-without-ports');
});

test('without such an editor they are missing', async () => {
  const editor = await startEditor();
  await editor.open(`${root}/interfaces`, 'source interfaces.d/ports\n');
  expect(await editor.request('bridgewise/documentStatus', { uri: `${root}/interfaces` })).toMatchObject({
    incomplete: true,
    missing: ['/etc/network/interfaces.d/ports'],
  });
  expect(editor.waiting('bridgewise/readFile')).toEqual([]);
});

test('an editor that fails to read is as good as one without the file', async () => {
  const fail = () => {
    throw new Error('the network is down');
  };
  const editor = await startEditor({
    initializationOptions: { readsFiles: true },
    answers: { 'bridgewise/readFile': fail, 'bridgewise/listFolder': fail },
  });
  await editor.open(`${root}/interfaces`, 'source interfaces.d/ports\nauto eth0\niface eth0 inet DHCP\n');
  expect(rulesOf(await diagnosticsOf(editor, `${root}/interfaces`))).toEqual(['unknown-method']);
});
