import type { XlSnapshot } from '../../server/src/core/index.ts';
import type { XlReading } from './xl.ts';
import { readXl } from './xl.ts';

/** A text as features see a file for xl. */
export function xlSnapshot(text: string, reading: XlReading = {}): XlSnapshot {
  return { language: 'xl', config: readXl(text, { kind: 'domain', ...reading }) };
}
