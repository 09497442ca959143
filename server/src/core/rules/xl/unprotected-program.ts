import type { XlConfig } from '../../model/xl/config.ts';
import { atomsOf } from '../../model/xl/values.ts';
import type { Atom } from '../../syntax/xl/atom.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const unprotectedProgram: XlRule = {
  name: 'unprotected-program',
  group: 'xl',
  severity: 'warning',
  summary: 'A program that dom0 runs as root lies in a folder where others than root write.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const { text, span } of programsOf(config)) {
      const folder = openFolders.find((path) => text.startsWith(path));
      if (folder === undefined) continue;
      yield {
        location: placeIn(config, span),
        message: `Dom0 runs this as root when the guest starts, and in ${inlineCode(folder)} others than root write: who can change it, or put it there, is root of dom0. Keep it in ${inlineCode('/etc/xen/scripts/')}, or elsewhere where only root writes.`,
      };
    }
  },
};

/** Where users, or everybody, have files of their own (hier(7), file-hierarchy(7)). */
const openFolders = ['/tmp/', '/var/tmp/', '/dev/shm/', '/home/', '/run/user/', '/media/'];

/** The keys whose value dom0 runs. */
const programKeys = ['bootloader', 'device_model_override'];

/** The paths of hotplug scripts, boot loaders and device models. */
function programsOf({ specs, settings, guest }: XlConfig): readonly Atom[] {
  const scripts = specs
    .filter(({ language }) => language === 'vif' || language === 'disk')
    .map(({ spec }) => fieldOf(spec, 'script')?.value);
  const programs = programKeys
    .filter((key) => key !== 'bootloader' || guest === 'pv' || guest === 'pvh')
    .map((key) => atomsOf(settings, key))
    .map(([atom, ...more]) => (more.length === 0 ? atom : undefined));
  return [...scripts, ...programs].filter((atom) => atom !== undefined);
}
