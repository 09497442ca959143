import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFiles, mainPath } from '../support/fixture.ts';
import { ROOT } from '../support/project-files.ts';

test('the how-to has its real findings, and its management interface no warning', async () => {
  const text = readFileSync(join(ROOT, 'examples/etc/network/interfaces'), 'utf8');
  const { findings, host } = await checkFiles({ [mainPath]: text });
  const found = findings.map(
    ({ rule, severity, location }) => `${text.slice(location.span.start, location.span.end)} ${rule} ${severity}`,
  );
  expect(found).toEqual([
    'xenbr0.10 dotted-bridge-name information',
    'xenbr0.10 manual-bridge-with-ipv6 information',
    'xenbr0.20 dotted-bridge-name information',
    'xenbr0.20 manual-bridge-with-ipv6 information',
    'xenbr1.30 dotted-bridge-name information',
    'xenbr1.40 dotted-bridge-name information',
    'xenbr1.40 manual-bridge-with-ipv6 information',
    'eth2 static-without-address error',
  ]);
  expect([...host.management]).toEqual(['xenbr1.30']);
});
