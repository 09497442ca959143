import type { SpecUse, XlConfig } from '../../model/xl/config.ts';
import { atomsOf } from '../../model/xl/values.ts';
import type { Atom } from '../../syntax/xl/atom.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { FileId } from '../../text/location.ts';
import { entryOf, pathOf } from '../../text/paths.ts';
import { domainHostRootOf } from '../../workspace/host-root.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { FileLink } from '../answers.ts';

/** Where xl looks for a script that is named without a folder (xl-network-configuration(5), script). */
const scriptsFolder = '/etc/xen/scripts/';

/** Kernels, firmware, images and scripts of dom0, where the file's place tells which folder is dom0's `/`. Devices are left out. */
export function linksOf({ config }: XlSnapshot, file: FileId): readonly FileLink[] {
  const root = domainHostRootOf(file, []);
  if (root === undefined) return [];
  return [...pathsOfKeys(config), ...config.specs.flatMap(pathsIn)].flatMap(({ atom, path }) => {
    if (!path.startsWith('/') || path.startsWith('/dev/') || path.endsWith('/')) return [];
    const target = entryOf(root, path.slice(1));
    return [{ span: atom.span, target, tooltip: pathOf(target) }];
  });
}

interface NamedPath {
  readonly atom: Atom;
  readonly path: string;
}

function pathsOfKeys({ settings }: XlConfig): readonly NamedPath[] {
  return [...settings.values()].flatMap(({ key, doc }) => {
    const [atom, ...more] = doc?.isPath === true ? atomsOf(settings, key) : [];
    return atom === undefined || more.length > 0 ? [] : [{ atom, path: atom.text }];
  });
}

function pathsIn({ language, spec }: SpecUse): readonly NamedPath[] {
  if (language !== 'disk' && language !== 'vif') return [];
  const script = fieldOf(spec, 'script')?.value;
  // With a script of its own the target is the script's argument, whatever that means.
  const target = language === 'disk' && script === undefined ? fieldOf(spec, 'target')?.value : undefined;
  return [
    ...(script === undefined ? [] : [{ atom: script, path: inScripts(script.text) }]),
    ...(target === undefined ? [] : [{ atom: target, path: target.text }]),
  ];
}

function inScripts(name: string): string {
  return name.includes('/') ? name : scriptsFolder + name;
}
