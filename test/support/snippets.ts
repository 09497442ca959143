import ofInterfaces from '../../snippets/debian-interfaces.json' with { type: 'json' };
import ofXl from '../../snippets/xen-xl.json' with { type: 'json' };

/** A snippet as VS Code reads it from the file. */
export interface Snippet {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  readonly body: string;
}

interface SnippetFile {
  readonly [name: string]: {
    readonly prefix: string | readonly string[];
    readonly description: string;
    readonly body: readonly string[];
  };
}

function snippetsIn(file: SnippetFile): readonly Snippet[] {
  return Object.entries(file).map(([name, { prefix, description, body }]) => ({
    name,
    prefixes: [prefix].flat(),
    description,
    body: body.join('\n'),
  }));
}

/** Those for interfaces files. */
export const snippets: readonly Snippet[] = snippetsIn(ofInterfaces);

/** Those for domU files. */
export const xlSnippets: readonly Snippet[] = snippetsIn(ofXl);

/**
 * The text that stands in the file when the user takes every proposal: `${1:eth0}` and `$1` become `eth0`, of
 * `${1|a,b|}` the first, `\$` a `$`. Each `${RANDOM_HEX/(..)(..)(..)/$1:$2:$3/}` becomes six hexadecimal digits, others
 * each time. VS Code, SnippetParser.
 *
 * @throws on a `$` that is neither: VS Code would take a shell variable for a variable of its own and drop it
 */
export function expandSnippet(body: string): string {
  const values = new Map<string, string>();
  let made = 0;
  const withDigits = body.replace(/\$\{RANDOM_HEX\/([^/]+)\/([^/]*)\/\}/g, (_all, pattern: string, format: string) => {
    made++;
    return (0x5a0000 + made).toString(16).replace(new RegExp(pattern), format);
  });
  return withDigits.replace(
    /\\([\\$}])|\$\{(\d+):([^{}$\\]*)\}|\$\{(\d+)\|([^|]*)\|\}|\$(\d+)|\$/g,
    (
      found,
      escaped?: string,
      number?: string,
      proposal?: string,
      choice?: string,
      choices?: string,
      again?: string,
    ) => {
      if (escaped !== undefined) return escaped;
      if (number !== undefined) return keep(values, number, proposal ?? '');
      if (choice !== undefined) return keep(values, choice, choices?.split(',')[0] ?? '');
      if (again !== undefined) return values.get(again) ?? '';
      throw new Error(`an unescaped ${found} in: ${body}`);
    },
  );
}

function keep(values: Map<string, string>, number: string, value: string): string {
  const known = values.get(number) ?? value;
  if (known !== value) throw new Error(`place ${number} has two proposals: ${known}, ${value}`);
  values.set(number, value);
  return value;
}
