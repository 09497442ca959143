import { bridgeUseAt } from '../../model/dom0/bridge-uses.ts';
import type { KeyAt, ParameterAt, ParameterValueAt, ValueAt, XlThing } from '../../model/xl/at.ts';
import { xlThingAt } from '../../model/xl/at.ts';
import type { XlConfig } from '../../model/xl/config.ts';
import { describeKey, keyValueLine } from '../../schema/xl/describe.ts';
import { describeParameter, parameterValueLine } from '../../schema/xl/describe-parameter.ts';
import { findUnreadKey } from '../../schema/xl/index.ts';
import { hasSince } from '../../schema/xl/xen-version.ts';
import type { FileId } from '../../text/location.ts';
import { bullets, inlineCode, paragraphs, sentence } from '../../text/markdown.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Hover } from '../answers.ts';
import { describeBridge } from '../describe-bridge.ts';
import { describeDirective } from '../describe-directive.ts';

/** What stands at the offset and what it means to xl; `undefined` where there is nothing to say. */
export function hoverAt({ config, dom0 }: XlSnapshot, file: FileId, offset: number): Hover | undefined {
  const thing = xlThingAt(config, offset);
  if (thing === undefined) return undefined;
  const bridge = bridgeUseAt(dom0, file, offset);
  const ofBridge = bridge && describeBridge(dom0, bridge.bridge);
  const markdown = paragraphs(ofBridge, describe(thing, config));
  return markdown === '' ? undefined : { span: thing.span, markdown };
}

function describe(thing: XlThing, config: XlConfig): string | undefined {
  switch (thing.kind) {
    case 'key':
      return describeKeyAt(thing, config);
    case 'value':
      return describeValueAt(thing);
    case 'parameter':
      return describeParameterAt(thing, config);
    case 'parameter-value':
      return describeParameterValueAt(thing);
    case 'directive':
      return describeDirective(thing.directive);
  }
}

function describeKeyAt({ setting, assignment }: KeyAt, config: XlConfig): string {
  const { key, doc, assignments, effective } = setting;
  if (doc === undefined) {
    const unread = findUnreadKey(key);
    return unread === undefined
      ? `**${inlineCode(key)}**: no version of xl reads it. xl says nothing about keys that it does not know.`
      : `**${inlineCode(key)}** (${unread.origin}): xl does not read it. ${unread.advice}`;
  }
  const last = effective.at(-1);
  return paragraphs(
    describeKey(doc),
    hasSince(config.xenVersion, doc.since) ? undefined : `**Xen ${config.xenVersion} does not read it yet.**`,
    config.kind === 'domain' && config.guest !== undefined && !doc.guests.includes(config.guest)
      ? `**Not read here**: this guest is ${config.guest.toUpperCase()}.`
      : undefined,
    assignments.length > 1 && !effective.includes(assignment) && last !== undefined
      ? '**Without effect here**: a later line sets it anew.'
      : undefined,
  );
}

function describeValueAt({ doc, value, setting }: ValueAt): string | undefined {
  if (doc === undefined) return undefined;
  const meaning = doc.value?.explain(value.atom.text);
  const shown = doc.isSecret === true ? '…' : inlineCode(value.atom.text);
  return paragraphs(
    `**${setting.key}** ${shown}`,
    meaning && sentence(meaning),
    bullets([doc.summary, keyValueLine(doc)]),
  );
}

function describeParameterAt({ doc, language, field }: ParameterAt, config: XlConfig): string {
  if (doc === undefined) {
    return `**${inlineCode(field.name)}**: xl knows no such parameter of a ${language.title}.`;
  }
  return paragraphs(
    describeParameter(doc, language.title),
    hasSince(config.xenVersion, doc.since) ? undefined : `**Xen ${config.xenVersion} does not read it yet.**`,
  );
}

function describeParameterValueAt({ doc, field, language }: ParameterValueAt): string | undefined {
  const text = field.value?.text ?? '';
  if (doc === undefined) return undefined;
  const meaning = doc.value?.explain(text);
  return paragraphs(
    `**${doc.name}** of the ${language.title}: ${inlineCode(text)}`,
    meaning && sentence(meaning),
    bullets([doc.summary, parameterValueLine(doc)]),
  );
}
