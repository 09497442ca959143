/** A fenced block of a rule's page. */
export interface PageExample {
  /** The word behind the fence: the language of its files. */
  readonly language: 'interfaces' | 'xl' | 'dom0';
  /** The heading of the second level that it stands under. */
  readonly section: string;
  readonly text: string;
  readonly line: number;
  /**
   * What stands behind the language: `dialect=ifupdown2`, `fix="Title"`, `main=/etc/network/interfaces.new`,
   * `xen=4.17`, `end=none` where the last line ends without a newline, `escapes=yes` where `\\0`, `\\r` and `\\uFEFF` stand for characters that a page cannot show.
   */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The headings and the fenced `interfaces`, `xl` and `dom0` blocks; the last hold files of both languages of a page. */
export function readRulePage(markdown: string): {
  readonly title: string;
  readonly sections: readonly string[];
  readonly examples: readonly PageExample[];
} {
  const sections: string[] = [];
  const examples: PageExample[] = [];
  let title = '';
  let open:
    | { language: PageExample['language']; attributes: Record<string, string>; lines: string[]; line: number }
    | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(\w*)(.*)$/.exec(line);
    if (open !== undefined) {
      if (fence === null) open.lines.push(line);
      else {
        const shown = `${open.lines.join('\n')}\n`;
        const text = open.attributes['escapes'] === undefined ? shown : withoutEscapes(shown);
        const { language, line: at, attributes } = open;
        examples.push({ language, section: sections.at(-1) ?? '', text, line: at, attributes });
        open = undefined;
      }
    } else if (fence !== null) {
      const attributes = [...(fence[2] ?? '').matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(
        (match) => [match[1] ?? '', match[2] ?? match[3] ?? ''] as const,
      );
      const language = fence[1] === 'xl' || fence[1] === 'dom0' ? fence[1] : 'interfaces';
      open = { language, attributes: Object.fromEntries(attributes), lines: [], line: index + 1 };
    } else if (line.startsWith('# ')) title = line.slice(2);
    else if (line.startsWith('## ')) sections.push(line.slice(3));
  }
  return { title, sections, examples };
}

const escapes: Readonly<Record<string, string>> = { '\\0': '\0', '\\r': '\r', '\\uFEFF': '\uFEFF' };

function withoutEscapes(text: string): string {
  return text.replace(/\\(?:0|r|uFEFF)/g, (written) => escapes[written] ?? written);
}
