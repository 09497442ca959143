import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import onigurumaModule from 'vscode-oniguruma';
import type { IGrammar, StateStack } from 'vscode-textmate';
import textmateModule from 'vscode-textmate';
import { ROOT } from '../support/project-files.ts';

const scopeName = 'source.debian-interfaces';
export const grammarPath = join(ROOT, 'syntaxes/debian-interfaces.tmLanguage.json');

/** A piece of a line and its scopes, the outermost first; the language's own scope is left out. */
export interface ColouredPiece {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly offset: number;
  readonly scopes: readonly string[];
}

/** Colours a text with VS Code's own engine; only LF ends a line, as for ifupdown. */
export type Colour = (text: string) => readonly (readonly ColouredPiece[])[];

/** Loads the grammar from the project. */
export async function loadColour(): Promise<Colour> {
  const grammar = await loadGrammar();
  return (text) => colourLines(grammar, text);
}

async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await onigurumaModule.loadWASM(readFileSync(wasm));
  const registry = new textmateModule.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new onigurumaModule.OnigScanner(sources),
      createOnigString: (text) => new onigurumaModule.OnigString(text),
    }),
    loadGrammar: async (name) =>
      name === scopeName ? textmateModule.parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath) : null,
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`${grammarPath} has not the scope ${scopeName}`);
  return grammar;
}

function colourLines(grammar: IGrammar, text: string): readonly (readonly ColouredPiece[])[] {
  const lines = text.replace(/\n$/, '').split('\n');
  let state: StateStack = textmateModule.INITIAL;
  let offset = 0;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    const lineStart = offset;
    state = ruleStack;
    offset += line.length + 1;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      offset: lineStart + startIndex,
      scopes: scopes.slice(1),
    }));
  });
}
