import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditedText, PlainEdit } from '../../../server/src/core/text/edited-text.ts';
import { editFurther, editsSoFar, startEditing } from '../../../server/src/core/text/edited-text.ts';
import { applyEdits } from '../../../server/src/core/text/edits.ts';

const edit = (start: number, end: number, text: string): PlainEdit => ({ span: { start, end }, text });

test('steps become edits of the original text', () => {
  const first = editFurther(startEditing('auto eth0\niface eth0 inet DHCP\n'), [edit(26, 30, 'dhcp')]);
  const second = editFurther(first, [edit(0, 0, '# uplink\n'), edit(26, 30, 'manual')]);
  expect(second.text).toBe('# uplink\nauto eth0\niface eth0 inet manual\n');
  expect(editsSoFar(second)).toEqual([edit(0, 0, '# uplink\n'), edit(26, 30, 'manual')]);
});

test('what comes and goes again is no edit', () => {
  const added = editFurther(startEditing('abc'), [edit(1, 1, 'xyz')]);
  expect(editsSoFar(editFurther(added, [edit(1, 4, '')]))).toEqual([]);
});

/** Edits that speak of a text of this length and do not overlap. */
function editsOf(length: number, cuts: readonly number[], texts: readonly string[]): readonly PlainEdit[] {
  const places = cuts.map((cut) => Math.floor(cut * (length + 1))).sort((a, b) => a - b);
  return texts.flatMap((text, index) => {
    const [start, end] = [places[2 * index], places[2 * index + 1]];
    return start === undefined || end === undefined ? [] : [edit(start, end, text)];
  });
}

test('all steps as one make the same text, and their edits do not overlap', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 6, maxLength: 6 });
  const step = fc.record({ cuts, texts: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(step, { maxLength: 4 }), (original, steps) => {
      const edited = steps.reduce<EditedText>(
        (present, { cuts: places, texts }) => editFurther(present, editsOf(present.text.length, places, texts)),
        startEditing(original),
      );
      const edits = editsSoFar(edited);
      expect(applyEdits(original, edits)).toBe(edited.text);
      for (const [index, { span }] of edits.entries())
        expect(span.start).toBeGreaterThanOrEqual(edits[index - 1]?.span.end ?? 0);
    }),
  );
});
