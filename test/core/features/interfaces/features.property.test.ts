import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { OutlineSymbol } from '../../../../server/src/core/features/answers.ts';
import { completionsAt } from '../../../../server/src/core/features/interfaces/completion.ts';
import { definitionAt } from '../../../../server/src/core/features/interfaces/definition.ts';
import { foldsOf } from '../../../../server/src/core/features/interfaces/folding.ts';
import { highlightsAt } from '../../../../server/src/core/features/interfaces/highlights.ts';
import { hoverAt } from '../../../../server/src/core/features/interfaces/hover.ts';
import { linksOf } from '../../../../server/src/core/features/interfaces/links.ts';
import { referencesAt } from '../../../../server/src/core/features/interfaces/references.ts';
import { prepareRename, renameAt } from '../../../../server/src/core/features/interfaces/rename.ts';
import { selectionsAt } from '../../../../server/src/core/features/interfaces/selection.ts';
import { symbolsOf } from '../../../../server/src/core/features/interfaces/symbols.ts';
import type { InterfacesSnapshot, Location, Span } from '../../../../server/src/core/index.ts';
import { applyEdits, interfacesSnapshot, memoryFile } from '../../../../server/src/core/index.ts';
import { checkFiles, mainPath } from '../../../support/fixture.ts';
import { interfacesText, soundInterfacesText } from '../../../support/pieces.ts';

vi.setConfig({ testTimeout: 60_000 });

const file = memoryFile(mainPath);
const otherPath = '/etc/network/interfaces.d/a';

/** A main file that is surely in the language, and one that it may source. */
async function hostOf(
  main: string,
  other: string,
): Promise<{ snapshot: InterfacesSnapshot; files: Record<string, string> }> {
  const files = { [mainPath]: main, [otherPath]: other };
  return { snapshot: interfacesSnapshot((await checkFiles(files)).host), files };
}

const isBinary = (text: string): boolean => /\0[^\n]*\n[\s\S]*\0/.test(text);
const mainText = interfacesText().filter((text) => !isBinary(text));

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

function expectIn(inner: Span, outer: Span): void {
  expect(holds(outer, inner), `${JSON.stringify(inner)} in ${JSON.stringify(outer)}`).toBe(true);
}

function expectNested(symbols: readonly OutlineSymbol[], outer: Span): void {
  for (const { name, span, selection, children } of symbols) {
    expect(name).not.toBe('');
    expectIn(span, outer);
    expectIn(selection, span);
    expectNested(children, span);
  }
}

test('at any offset of any text nothing fails, and every span lies in its text', async () => {
  await fc.assert(
    fc.asyncProperty(mainText, interfacesText(6), fc.array(fc.nat(), { maxLength: 6 }), async (main, other, places) => {
      const { snapshot } = await hostOf(main, other);
      const whole = { start: 0, end: main.length };
      expectNested(symbolsOf(snapshot, file), whole);
      for (const { span } of [...foldsOf(snapshot, file), ...linksOf(snapshot, file)]) expectIn(span, whole);
      for (const offset of [0, main.length, ...places.map((place) => place % (main.length + 1))]) {
        const here = { start: offset, end: offset };
        const items = completionsAt(snapshot, file, offset);
        expect(items.filter(({ span }) => !holds(whole, span) || !holds(span, here))).toEqual([]);
        const touched = [
          hoverAt(snapshot, file, offset)?.span,
          definitionAt(snapshot, file, offset)?.span,
          ...selectionsAt(snapshot, file, offset),
        ];
        for (const span of touched) {
          if (span === undefined) continue;
          expectIn(span, whole);
          expectIn(here, span);
        }
        for (const { span } of highlightsAt(snapshot, file, offset)) expectIn(span, whole);
        const target = prepareRename(snapshot, file, offset);
        if (target.kind === 'target') expectIn(here, target.span);
      }
    }),
    { numRuns: 300 },
  );
});

test('selections grow', async () => {
  await fc.assert(
    fc.asyncProperty(mainText, fc.nat(), async (main, place) => {
      const { snapshot } = await hostOf(main, '');
      const steps = selectionsAt(snapshot, file, place % (main.length + 1));
      for (const [index, step] of steps.slice(1).entries()) {
        const inner = steps[index] ?? step;
        expectIn(inner, step);
        expect(inner).not.toEqual(step);
      }
    }),
    { numRuns: 200 },
  );
});

test('every reference has the same references, and the same definition', async () => {
  await fc.assert(
    fc.asyncProperty(mainText, interfacesText(6), async (main, other) => {
      const { snapshot } = await hostOf(main, other);
      for (const link of snapshot.host.interfaces.values()) {
        const [first] = link.uses;
        if (first === undefined) continue;
        const references = referencesAt(snapshot, first.location.file, first.location.span.start);
        expect(references).toContainEqual(first.location);
        const definition = definitionOf(snapshot, first.location);
        for (const place of references) {
          expect(referencesAt(snapshot, place.file, place.span.start)).toEqual(references);
          if (link.uses.every((use) => use.role !== 'inherits')) {
            expect(definitionOf(snapshot, place)).toEqual(definition);
          }
        }
        for (const stanza of link.stanzas) {
          expect(references).toContainEqual({ file: stanza.file, span: stanza.nameWord.span });
        }
      }
    }),
    { numRuns: 200 },
  );
});

function definitionOf(snapshot: InterfacesSnapshot, place: Location): unknown {
  return definitionAt(snapshot, place.file, place.span.start)?.targets;
}

/** A new name of the same kind that stands nowhere. */
function newNameFor(name: string): string {
  return name.replace(/^[a-z]+\d*/, (device) => (device.startsWith('vlan') ? 'vlan77' : 'wan9'));
}

test('renaming there and back gives the same texts', async () => {
  let renamed = 0;
  await fc.assert(
    fc.asyncProperty(soundInterfacesText(), soundInterfacesText(6), fc.nat(), async (main, other, pick) => {
      const before = await hostOf(`auto lo\n${main}`, other);
      const names = [...before.snapshot.host.interfaces.keys()].filter((name) => name !== 'lo');
      const from = names[pick % Math.max(1, names.length)];
      if (from === undefined) return;
      const to = newNameFor(from);
      const there = renameName(before, from, to);
      if (there === undefined) return;
      renamed += 1;
      expect(Object.values(there.files).join('\n')).toContain(to);
      const after = await hostOf(there.files[mainPath] ?? '', there.files[otherPath] ?? '');
      expect(after.snapshot.host.interfaces.has(from)).toBe(false);
      const back = renameName(after, to, from);
      expect(back?.files).toEqual(before.files);
    }),
    { numRuns: 300 },
  );
  expect(renamed).toBeGreaterThan(100);
});

function renameName(
  { snapshot, files }: Awaited<ReturnType<typeof hostOf>>,
  from: string,
  to: string,
): { readonly files: Readonly<Record<string, string>> } | undefined {
  const place = snapshot.host.interfaces.get(from)?.uses[0]?.location;
  if (place === undefined) return undefined;
  const result = renameAt(snapshot, place.file, place.span.start, to);
  if (result.kind === 'refused') return undefined;
  const entries = Object.entries(files).map(([path, text]) => {
    const edits = result.edits.filter((edit) => edit.file === memoryFile(path));
    return [path, applyEdits(text, edits)] as const;
  });
  return { files: Object.fromEntries(entries) };
}

/** What is left of a Markdown text when its code spans and the addresses of its links are gone (CommonMark 6.1, 6.3). */
function withoutCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, '').replace(/\]\([^)\s]*\)/g, ']');
}

test('no word of a file becomes markup in a hover', async () => {
  const words = fc.stringMatching(/^[§`[\]()<>*_!|~\\]{1,12}$/).map((word) => `§${word}§`);
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 4, maxLength: 4 }), async ([a, b, c, d]) => {
      const main = `auto ${a} ${a}:1\niface ${a} inet static\n  address ${b}\n  bridge_ports ${c} regex ${d}\n  ${d} ${b}\n# bridgewise-ignore ${a}: x\nsource interfaces.d/${c} missing${d}\n`;
      const { snapshot } = await hostOf(main, '');
      for (let offset = 0; offset <= main.length; offset++) {
        const markdown = hoverAt(snapshot, file, offset)?.markdown ?? '';
        expect(withoutCode(markdown)).not.toContain('§');
      }
    }),
    { numRuns: 40 },
  );
});
