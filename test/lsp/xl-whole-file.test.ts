import { describe, expect, test } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConversionAnswer, NewDomUAnswer } from '../../server/src/lsp/messages.ts';
import { startEditor } from '../support/language-server.ts';

const uri = 'file:///etc/xen/web.cfg';
const old = 'name = "web"\nimport os\nbuilder = "linux"\nkernel = "/k"\nip = "192.0.2.1"\n';
const modern = 'name = "web"\ntype = "pv"\nkernel = "/k"\nip = "192.0.2.1"\n';
const title = 'Convert from xm';

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'xen-xl', 1, text), [...edits]);
}

describe('converting from xm', () => {
  async function actionsFor(text: string, context: object): Promise<readonly CodeAction[]> {
    const editor = await startEditor();
    await editor.open(uri, text, 'xen-xl');
    const place = { line: 0, character: 0 };
    return editor.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: place, end: place },
      context: { diagnostics: [], ...context },
    });
  }

  test.each([
    ['when the user opens a menu', { triggerKind: 1 }],
    ['to an editor that does not say why it asks', {}],
    ['among refactorings', { only: ['refactor'] }],
    ['by itself', { only: ['refactor.rewrite.bridgewise'], triggerKind: 2 }],
  ])('is offered %s', async (_when, context) => {
    const action = (await actionsFor(old, context)).find((one) => one.title === title);
    expect(action?.kind).toBe('refactor.rewrite.bridgewise');
    expect(applied(old, action?.edit?.changes?.[uri] ?? [])).toBe(modern);
  });

  test.each([
    ['as the cursor moves', old, { triggerKind: 2 }],
    ['among quick fixes', old, { only: ['quickfix'] }],
    ['where there is nothing to convert', modern, { only: ['refactor'] }],
  ])('is not offered %s', async (_when, text, context) => {
    expect((await actionsFor(text, context)).map((one) => one.title)).not.toContain(title);
  });

  test('is answered with what is left, by its place in the new text', async () => {
    const editor = await startEditor();
    await editor.open(uri, old, 'xen-xl');
    const answer = await editor.request<ConversionAnswer>('bridgewise/convertFromXm', { uri });
    expect(applied(old, answer.edits)).toBe(modern);
    expect(answer.left).toEqual([
      {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } },
        advice: expect.stringContaining('`ip`'),
      },
    ]);
  });

  test('is for files of domUs', async () => {
    const editor = await startEditor();
    const interfaces = 'file:///etc/network/interfaces';
    await editor.open(interfaces, 'auto lo\n');
    expect(await editor.request('bridgewise/convertFromXm', { uri: interfaces })).toBeNull();
  });
});

describe('a new domU', () => {
  const text = 'name = "web"\ndisk = [ "/dev/vg0/web,raw,xvda,w" ]\nvif = [ "mac=00:16:3e:00:00:01,ip=192.0.2.1" ]\n';

  async function askFor(name: string): Promise<NewDomUAnswer> {
    const editor = await startEditor();
    await editor.open(uri, text, 'xen-xl');
    return editor.request<NewDomUAnswer>('bridgewise/newDomU', { uri, name });
  }

  test('is a text, its disks, and what is as it was', async () => {
    const answer = await askFor('shop');
    if (answer.kind === 'refused') throw new Error(answer.reason);
    const mac = /mac=(00:16:3e(?::[0-9a-f]{2}){3})/.exec(answer.text)?.[1];
    expect(mac).not.toBe('00:16:3e:00:00:01');
    expect(answer).toEqual({
      kind: 'made',
      text: text.replaceAll('web', 'shop').replace('00:16:3e:00:00:01', mac ?? 'none'),
      disks: [{ vdev: 'xvda', target: '/dev/vg0/shop' }],
      left: [
        {
          range: { start: { line: 2, character: 34 }, end: { line: 2, character: 43 } },
          advice: '`192.0.2.1` is the address of web.',
        },
      ],
    });
  });

  test('is refused under the old name', async () => {
    expect(await askFor('web')).toEqual({ kind: 'refused', reason: 'This domU is called web already.' });
  });
});
