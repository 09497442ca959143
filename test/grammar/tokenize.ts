import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import onigurumaModule from 'vscode-oniguruma';
import type { IGrammar, StateStack } from 'vscode-textmate';
import textmateModule from 'vscode-textmate';
import { ROOT } from '../support/project-files.ts';

/** A language with a grammar. */
export type GrammarLanguage = 'debian-interfaces' | 'xen-xl';

/** The file of a language's grammar. */
export function grammarPathOf(language: GrammarLanguage): string {
  return join(ROOT, `syntaxes/${language}.tmLanguage.json`);
}

/** A piece of a line and its scopes, the outermost first; the language's own scope is left out. */
export interface ColouredPiece {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly offset: number;
  readonly scopes: readonly string[];
}

/** Colours a text with VS Code's own engine; only LF ends a line, as for ifupdown and xl. */
export type Colour = (text: string) => readonly (readonly ColouredPiece[])[];

/** Loads a language's grammar from the project. */
export async function loadColour(language: GrammarLanguage): Promise<Colour> {
  const grammar = await loadGrammar(language);
  return (text) => colourLines(grammar, text);
}

async function loadGrammar(language: GrammarLanguage): Promise<IGrammar> {
  const scopeName = `source.${language}`;
  const path = grammarPathOf(language);
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await onigurumaModule.loadWASM(readFileSync(wasm));
  const registry = new textmateModule.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new onigurumaModule.OnigScanner(sources),
      createOnigString: (text) => new onigurumaModule.OnigString(text),
    }),
    loadGrammar: async (name) =>
      name === scopeName ? textmateModule.parseRawGrammar(readFileSync(path, 'utf8'), path) : null,
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`${path} has not the scope ${scopeName}`);
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
