import { describe, expect, test } from 'vitest';
import { families, findFamily, findMethod } from '../../../../server/src/core/schema/interfaces/index.ts';
import facts from '../fixtures/ifupdown-methods.json' with { type: 'json' };

type OptionFacts = { readonly required?: boolean; readonly deprecated?: boolean; readonly default?: string };
type Facts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, OptionFacts>>>>>>;

/** The catalogue in the shape of the fixture, so that one comparison finds whatever is missing, wrong or too much. */
function catalogueAsFacts(): Facts {
  return Object.fromEntries(
    families.map((family) => [
      family.name,
      Object.fromEntries(
        family.methods.map((method) => [
          method.name,
          Object.fromEntries(
            method.options.map((option) => [
              option.name,
              {
                ...(option.required ? { required: true } : {}),
                ...(option.deprecated === undefined ? {} : { deprecated: true }),
                ...(option.default === undefined ? {} : { default: option.default }),
              },
            ]),
          ),
        ]),
      ),
    ]),
  );
}

describe('families and methods', () => {
  test('are those of ifupdown, with its options, required, deprecated and default marks', () => {
    expect(catalogueAsFacts()).toEqual(facts);
  });

  test('each method says its family, a summary and a source', () => {
    for (const family of families) {
      expect(family.summary).not.toBe('');
      for (const method of family.methods) {
        expect(method.family).toBe(family.name);
        expect(method.summary).toMatch(/^[A-Z0-9].*\.$/);
        expect(method.source).toContain('.defn');
      }
    }
  });

  test('are found by exact name only', () => {
    expect(findFamily('inet6')?.name).toBe('inet6');
    expect(findFamily('Inet')).toBeUndefined();
    expect(findFamily('link')).toBeUndefined();
    expect(findMethod('inet', 'static')?.name).toBe('static');
    expect(findMethod('inet', 'auto')).toBeUndefined();
    expect(findMethod('inte', 'static')).toBeUndefined();
  });
});
