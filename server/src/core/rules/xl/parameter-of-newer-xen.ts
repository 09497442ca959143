import { specLanguages } from '../../model/xl/spec-languages.ts';
import { hasSince } from '../../schema/xl/xen-version.ts';
import type { Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';

/** Languages that are read alike for every series, and what xl does with a parameter that it does not know yet. */
const languages = { disk: 'refused', pci: 'refused', vif: 'dropped' } as const;

export const parameterOfNewerXen: XlRule = {
  name: 'parameter-of-newer-xen',
  group: 'xl',
  severity: 'information',
  summary: 'A parameter of a device that came with a newer Xen than the one the file is for.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const { language, spec } of config.specs) {
      if (!(language in languages)) continue;
      const effect = languages[language as keyof typeof languages];
      const { parameters } = specLanguages[language];
      for (const { name, nameSpan } of spec.fields) {
        const since = parameters.find((parameter) => parameter.name === name)?.since;
        if (since === undefined || nameSpan === undefined || hasSince(config.xenVersion, since)) continue;
        const came = `\`${name}\` came with Xen ${since}`;
        const report: Report = {
          location: placeIn(config, nameSpan),
          message: `${came}: xl of Xen ${config.xenVersion} says that it does not know it, and goes on without it.`,
        };
        const refusal = {
          message: `${came}, which xl of Xen ${config.xenVersion} does not know. ${afterXlRefusal(config)}`,
        };
        yield effect === 'refused' ? { ...report, ...refusal, severity: 'error', refuses: true } : report;
      }
    }
  },
};
