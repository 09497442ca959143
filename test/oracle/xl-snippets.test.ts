import { beforeAll, describe, expect, test } from 'vitest';
import { expandSnippet, xlSnippets } from '../support/snippets.ts';
import type { DryRun } from '../support/xen.ts';
import { dryRun, HAS_XEN } from '../support/xen.ts';

/** The places `${1|a,b|}` of a snippet with each of their proposals in turn, one text each. */
function everyChoice(body: string): readonly string[] {
  const choice = /\$\{(\d+)\|([^|]*)\|\}/.exec(body);
  if (choice === null) return [expandSnippet(body)];
  return (choice[2] ?? '').split(',').flatMap((one) => everyChoice(body.replaceAll(choice[0], one)));
}

interface Domain {
  readonly c_info: { readonly name: string; readonly type: string };
  readonly disks: readonly { readonly pdev_path: string; readonly vdev: string; readonly format: string }[];
  readonly nics: readonly { readonly mac: string; readonly ip: string; readonly bridge: string }[];
}

describe.skipIf(!HAS_XEN)('xl accepts each snippet as a whole file', () => {
  const cases = xlSnippets.flatMap(({ name, body }) =>
    everyChoice(body).map((text, index) => ({ title: `${name} ${index + 1}`, text })),
  );
  let answers: readonly DryRun[] = [];
  beforeAll(async () => {
    answers = await dryRun(cases.map(({ text }) => text));
  });

  test.each(cases)('$title', ({ title, text }) => {
    const answer = answers[cases.findIndex((one) => one.title === title)];
    expect(answer).toMatchObject({ exit: 0, messages: [] });
    const { c_info: domain, disks, nics } = JSON.parse(answer?.output ?? '') as Domain;
    expect(text).toContain(`name = "${domain.name}"\ntype = "${domain.type}"\n`);
    for (const { pdev_path, vdev, format } of disks) expect(text).toContain(`'${pdev_path},${format},${vdev},`);
    for (const { mac, bridge, ip } of nics) expect(text).toContain(`'mac=${mac},bridge=${bridge},ip=${ip}'`);
    const lines = text.split('\n').filter((line) => line.startsWith("\t'"));
    expect(disks.length + nics.length).toBe(lines.length);
  });
});
