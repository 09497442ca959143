import { describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  InlayHint,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { Editor } from '../support/language-server.ts';
import { startEditor } from '../support/language-server.ts';

const uri = 'file:///etc/xen/web.cfg';

/** An editor that has the text open. */
async function startWith(text: string, capabilities: ClientCapabilities = {}): Promise<Editor> {
  const editor = await startEditor({ capabilities });
  await editor.open(uri, text, 'xen-xl');
  return editor;
}

function ask<Result>(editor: Editor, method: string, more: object = {}): Promise<Result> {
  return editor.request(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

const guest = 'name="web"\nmemory = 2048\ndisk = [ "/dev/vg/web,raw,xvda,rw" ]\n';

test('inlay hints are those in the range asked for', async () => {
  const editor = await startWith(guest);
  const hintsIn = (from: number, to: number) =>
    ask<InlayHint[]>(editor, 'inlayHint', {
      range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
    });
  expect(await hintsIn(0, 2)).toEqual([{ position: { line: 1, character: 13 }, label: '= 2 GiB', paddingLeft: true }]);
  expect(await hintsIn(2, 3)).toMatchObject([
    { position: { line: 2, character: 22 }, label: 'format:', kind: 2, paddingRight: true },
    { label: 'vdev:' },
    { label: 'access:' },
  ]);
});

describe('signature help', () => {
  const help = async (capabilities?: ClientCapabilities): Promise<SignatureHelp | null> =>
    ask(await startWith(guest, capabilities), 'signatureHelp', { position: { line: 2, character: 27 } });

  test('names parameters by their words, in plain text', async () => {
    const answer = await help();
    const [signature] = answer?.signatures ?? [];
    expect(signature?.label).toMatch(/^target, format, vdev, access/);
    expect(signature?.parameters?.[answer?.activeParameter ?? -1]).toMatchObject({
      label: 'vdev',
      documentation: { kind: 'plaintext' },
    });
  });

  test('names them by their places, in Markdown, where the editor takes that', async () => {
    const answer = await help({
      textDocument: {
        signatureHelp: {
          signatureInformation: {
            documentationFormat: ['markdown'],
            parameterInformation: { labelOffsetSupport: true },
          },
        },
      },
    });
    const [signature] = answer?.signatures ?? [];
    expect(signature?.parameters?.[answer?.activeParameter ?? -1]).toMatchObject({
      label: [16, 20],
      documentation: { kind: 'markdown' },
    });
  });

  test('is nothing outside the languages inside strings', async () => {
    const editor = await startWith(guest);
    expect(await ask(editor, 'signatureHelp', { position: { line: 0, character: 7 } })).toBeNull();
  });
});

test('semantic tokens stand where the words are', async () => {
  const editor = await startWith(guest);
  const { legend } = editor.server.capabilities.semanticTokensProvider ?? { legend: undefined };
  const { data } = await ask<SemanticTokens>(editor, 'semanticTokens/full');
  const lines = guest.split('\n');
  const found: string[] = [];
  for (let at = 0, line = 0, character = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, kind = -1] = data.slice(at, at + 4);
    character = down === 0 ? character + right : right;
    line += down;
    found.push(`${lines[line]?.slice(character, character + length)} ${legend?.tokenTypes[kind]}`);
  }
  expect(found).toEqual(
    expect.arrayContaining(['name property', 'memory property', 'disk property', 'raw enumMember']),
  );
});

test('formatting is edits of the text', async () => {
  const editor = await startWith(guest);
  const edits = await ask<TextEdit[]>(editor, 'formatting', { options: { tabSize: 4, insertSpaces: true } });
  const end = { line: 0, character: 4 };
  expect(edits).toContainEqual({ range: { start: end, end }, newText: ' ' });
  await editor.open('file:///etc/network/interfaces', 'iface   eth0 inet manual\n');
  const other = { textDocument: { uri: 'file:///etc/network/interfaces' }, options: {} };
  expect(await editor.request('textDocument/formatting', other)).toEqual([]);
});

describe('completion', () => {
  const itemsAt = async (
    text: string,
    snippetSupport: boolean,
    context?: object,
  ): Promise<readonly CompletionItem[]> => {
    const editor = await startWith(text.replace('|', ''), {
      textDocument: { completion: { completionItem: { snippetSupport } } },
    });
    const before = text.slice(0, text.indexOf('|')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return ask(editor, 'completion', { position, ...(context && { context }) });
  };
  const edit = (items: readonly CompletionItem[], label: string) => {
    const item = items.find((one) => one.label === label);
    return [item?.textEdit?.newText, item?.insertTextFormat];
  };

  test('has places to fill in where the editor takes them', async () => {
    expect(edit(await itemsAt('|', true), 'disk')).toEqual(["disk = [ '$0' ]", 2]);
    expect(edit(await itemsAt('|', false), 'disk')).toEqual(["disk = [ '' ]", undefined]);
  });

  test('opens behind characters that mean something in the language', async () => {
    const typed = (triggerCharacter: string) => ({ triggerKind: 2, triggerCharacter });
    const text = 'disk = [ "/dev/vg/web,|" ]\n';
    expect(edit(await itemsAt(text, true, typed(',')), 'raw')[0]).toBe('raw');
    // Editors have one set of such characters for all languages of a server.
    expect(await itemsAt('disk = [ "-|" ]\n', true, typed('-'))).toEqual([]);
  });
});
