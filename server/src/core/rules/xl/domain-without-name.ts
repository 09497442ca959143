import { isUnreadable } from '../../model/xl/direct-boot.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { addLine, placeOfGuest } from '../xl-wording.ts';

export const domainWithoutName: XlRule = {
  name: 'domain-without-name',
  group: 'xl',
  severity: 'error',
  summary: 'A guest has no name, for which xl refuses the file.',
  refuses: true,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    // A name of the wrong shape is reported as that.
    if (isUnreadable(config) || config.settings.has('name')) return;
    const name = nameOfFile(config.file);
    yield {
      location: placeIn(config, placeOfGuest(config)),
      message: `The guest has no \`name\`. ${afterXlRefusal(config)}`,
      fixes:
        name === undefined
          ? []
          : [{ title: `Call it ${name}`, safety: 'unsafe', edits: [addLine(config, undefined, `name = "${name}"`)] }],
    };
  },
};

/** The file's name without its ending; `undefined` for one that would be odd as the name of a guest. */
function nameOfFile(file: string): string | undefined {
  return /(?:^|\/)([A-Za-z0-9][\w-]*)(?:\.[^/]*)?$/.exec(file)?.[1];
}
