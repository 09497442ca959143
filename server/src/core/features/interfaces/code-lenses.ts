import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { vifsByBridge } from '../../model/dom0/guest-vifs.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { FileId, Location } from '../../text/location.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import type { CodeLens } from '../answers.ts';
import { countDomUs } from '../describe-bridge.ts';

/** How many domUs are on each bridge of a file, at the first stanza of its name. None where there are none. */
export function codeLensesOf({ host, dom0 }: InterfacesSnapshot, file: FileId): readonly CodeLens[] {
  return [...vifsByBridge(dom0)]
    .flatMap(([name, vifs]) => {
      const first = host.interfaces.get(name)?.stanzas[0];
      if (first?.file !== file) return [];
      return [{ span: first.nameWord.span, title: countDomUs(vifs), places: vifs.map(placeOf) }];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** The name of the bridge or, of a vif that names none, all of it. */
function placeOf({ domU, vif }: GuestVif): Location {
  const { span } = fieldOf(vif.spec, 'bridge')?.value ?? vif.value;
  return { file: domU.config.file, span };
}
