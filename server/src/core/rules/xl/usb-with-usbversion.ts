import type { XlConfig } from '../../model/xl/config.ts';
import { flagOf, listOf, numberOf, stringOf } from '../../model/xl/values.ts';
import { removeAssignment } from '../../syntax/xl/print.ts';
import { enumerate } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const usbWithUsbversion: XlRule = {
  name: 'usb-with-usbversion',
  group: 'xl',
  severity: 'error',
  summary: 'usbversion or spiceusbredirection stands beside usb or usbdevice, which libxl refuses.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest !== 'hvm') return;
    const { settings } = config;
    const newer = ['usbversion', ...(flagOf(settings, 'spice') === true ? ['spiceusbredirection'] : [])].filter(
      (key) => (numberOf(settings, key)?.value ?? 0n) > 0n,
    );
    const older = olderKeys(config);
    const [first] = newer;
    const setting = settings.get(first ?? '');
    const assignment = setting?.effective[0];
    if (assignment === undefined || older.length === 0) return;
    const places = older.flatMap((key) => settings.get(key)?.effective.slice(0, 1) ?? []);
    yield {
      location: placeIn(config, assignment.key.span),
      message:
        `\`${first}\` does not go with ${enumerate(older.map((key) => `\`${key}\``))}: libxl says \`usbversion and/or usbredirection ` +
        'cannot be enabled with usb and/or usbdevice parameters`, and the guest does not start.',
      related: places.map(({ key }) => ({ location: placeIn(config, key.span), message: 'This is the other one.' })),
      fixes:
        newer.length === 1 && setting?.assignments.length === 1
          ? [{ title: `Remove \`${first}\``, safety: 'unsafe', edits: [removeAssignment(config, assignment)] }]
          : [],
    };
  },
};

function olderKeys({ settings }: XlConfig): readonly string[] {
  const hasDevice = listOf(settings, 'usbdevice') !== undefined || stringOf(settings, 'usbdevice') !== undefined;
  return [...(flagOf(settings, 'usb') === true ? ['usb'] : []), ...(hasDevice ? ['usbdevice'] : [])];
}
