import type { XlConfig } from '../../model/xl/config.ts';
import { isEmulating } from '../../model/xl/emulated-disks.ts';
import { flagOf, numberOf, stringOf } from '../../model/xl/values.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const videoramTooSmall: XlRule = {
  name: 'videoram-too-small',
  group: 'xl',
  severity: 'error',
  summary: 'An HVM guest has less video memory than its graphics card needs.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const videoram = numberOf(config.settings, 'videoram');
    const card = cardOf(config);
    if (!isEmulating(config) || videoram === undefined || card === undefined) return;
    if (videoram.value < 0n || videoram.value >= BigInt(card.minimum)) return;
    yield {
      location: placeIn(config, videoram.span),
      message: `The ${card.name} card needs ${card.minimum} MiB of video memory: libxl says \`${card.said}\`, and the guest does not start.`,
      fixes: [
        {
          title: `Write \`${card.minimum}\``,
          safety: 'unsafe',
          edits: [replaceIn(config, videoram.span, String(card.minimum))],
        },
      ],
    };
  },
};

interface Card {
  readonly name: string;
  /** In MiB. */
  readonly minimum: number;
  /** What libxl says of less (libxl_create.c, libxl__domain_build_info_setdefault). */
  readonly said: string;
}

const standard: Card = {
  name: 'standard VGA',
  minimum: 16,
  said: 'videoram must be at least 16 MB for STDVGA on QEMU_XEN',
};
const cirrus: Card = { name: 'Cirrus', minimum: 8, said: 'videoram must be at least 8 MB for CIRRUS on QEMU_XEN' };
const qxl: Card = { name: 'QXL', minimum: 128, said: '128 Mib videoram is the minimum for qxl default' };

const cards: ReadonlyMap<string, Card> = new Map([
  ['stdvga', standard],
  ['cirrus', cirrus],
  ['qxl', qxl],
]);

/** `undefined` for none, and for a word that xl refuses. */
function cardOf({ settings }: XlConfig): Card | undefined {
  const word = stringOf(settings, 'vga');
  if (word !== undefined) return cards.get(word);
  return flagOf(settings, 'stdvga') === true ? standard : cirrus;
}
