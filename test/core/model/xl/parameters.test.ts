import { describe, expect, test } from 'vitest';
import { specLanguages } from '../../../../server/src/core/model/xl/spec-languages.ts';
import { plainAtom } from '../../../../server/src/core/syntax/xl/atom.ts';

/** A string with every parameter that xl knows of a language, those for COLO beside. */
const strings = {
  disk: '/a,raw,hdc,r,cdrom,devtype=cdrom,backend=0,backendtype=phy,script=block,specification=xen,direct-io-safe,discard,no-discard,trusted,untrusted,grant_usage=1,colo,no-colo,colo-host=h,colo-port=1,colo-export=e,active-disk=a,hidden-disk=h',
  vif: 'mac=00:16:3e:1:2:3,bridge=x,script=vif-bridge,ip=192.0.2.1,vifname=v,gatewaydev=g,netdev=g,backend=0,type=vif,model=e1000,rate=1MB/s,mtu=1500,devid=1,vlan=1,trusted,untrusted,accel=1,forwarddev=f',
  pci: '01:00.0@8,permissive=1,seize=1,msitranslate=1,power_mgmt=1,rdm_policy=strict,name=x',
  rdm: 'strategy=host,policy=strict',
} as const;

describe.each(['disk', 'vif', 'pci', 'rdm'] as const)('%s', (language) => {
  const { parameters, parse } = specLanguages[language];
  const spec = parse(plainAtom(strings[language]));

  test('every parameter that is read is described, and none else', () => {
    const read = new Set(spec.fields.map(({ name }) => name));
    expect(parameters.map(({ name }) => name).toSorted()).toEqual([...read].toSorted());
  });

  test('a flag is one without a value, and what may go without its name does so', () => {
    for (const { name, value, position } of parameters) {
      const field = spec.fields.find((one) => one.name === name);
      expect([name, field?.value === undefined]).toEqual([name, value === undefined]);
      expect([name, field?.nameSpan === undefined]).toEqual([name, position !== undefined]);
    }
  });
});
