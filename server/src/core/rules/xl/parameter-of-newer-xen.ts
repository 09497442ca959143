import type { SpecUse, XlConfig } from '../../model/xl/config.ts';
import { specLanguages } from '../../model/xl/spec-languages.ts';
import type { XenVersion } from '../../schema/xl/xen-version.ts';
import { hasSince } from '../../schema/xl/xen-version.ts';
import type { SpecField } from '../../syntax/xl/values/spec.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';

/** Languages whose parsers know the parameters of every series. */
const languages: readonly string[] = ['disk', 'vif', 'pci'];

export const parameterOfNewerXen: XlRule = {
  name: 'parameter-of-newer-xen',
  group: 'xl',
  severity: 'information',
  summary: 'A parameter of a device that came with a newer Xen than the one the file is for.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const use of config.specs.filter(({ language }) => languages.includes(language))) {
      const { parameters } = specLanguages[use.language];
      for (const field of use.spec.fields) {
        const since = parameters.find(({ name }) => name === field.name)?.since;
        if (since !== undefined && field.nameSpan !== undefined && !hasSince(config.xenVersion, since))
          yield reportOf(config, use, field, since);
      }
    }
  },
};

function reportOf(config: XlConfig, { language, spec }: SpecUse, field: SpecField, since: XenVersion): Report {
  const location = placeIn(config, field.nameSpan ?? field.span);
  const came = `\`${field.name}\` came with Xen ${since}`;
  const xl = `xl of Xen ${config.xenVersion}`;
  if (language === 'vif')
    return { location, message: `${came}: ${xl} says that it does not know it, and goes on without it.` };
  // A word without a name is the first of those that are missing.
  if (field.value === undefined && fieldOf(spec, 'target') === undefined)
    return { location, message: `${came}: ${xl} takes the word for the target of the drive.` };
  const message = `${came}, and ${xl} does not know it. ${afterXlRefusal(config)}`;
  return { location, severity: 'error', refuses: true, message };
}
