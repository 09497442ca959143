import { isOfHost, managementNamesIn } from '../../model/management.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { CommentRule, Fix } from '../rule.ts';

export const unknownManagementInterface: CommentRule = {
  name: 'unknown-management-interface',
  group: 'suppression',
  severity: 'warning',
  summary: 'A comment names a management interface that the host does not have.',
  refuses: false,
  fixes: ['unsafe'],
  *check({ host }) {
    if (host === undefined || host.incomplete) return;
    const own = [...host.interfaces.keys()].filter((name) => isOfHost(name, host.interfaces));
    for (const directive of host.directives) {
      for (const name of managementNamesIn(directive).filter((word) => !own.includes(word))) {
        const start = directive.argumentSpan.start + directive.argument.indexOf(name);
        const location = { file: directive.file, span: { start, end: start + name.length } };
        yield {
          location,
          message: `This host has no interface ${name}, so no management interface is known, and no address is called unneeded.`,
          fixes: nearest(name, own, 2).map(
            (near): Fix => ({ title: `Write ${near}`, safety: 'unsafe', edits: [{ ...location, text: near }] }),
          ),
        };
      }
    }
  },
};
