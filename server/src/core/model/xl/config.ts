import type { GuestType, KeyDoc, SpecName, XlFileKind } from '../../schema/xl/key-doc.ts';
import type { XenVersion } from '../../schema/xl/xen-version.ts';
import type { Assignment, ListValue, NumberValue, StringValue, XlTree } from '../../syntax/xl/ast.ts';
import type { Spec } from '../../syntax/xl/values/spec.ts';
import type { FileId } from '../../text/location.ts';
import type { Directive } from '../directives.ts';

/** A file in xl's language as xl of one series reads it: plain data whose spans lead back to the text. */
export interface XlConfig {
  readonly file: FileId;
  readonly tree: XlTree;
  readonly kind: XlFileKind;
  readonly xenVersion: XenVersion;
  /** By key, in the order of their first lines. */
  readonly settings: ReadonlyMap<string, Setting>;
  /** The guest's type as xl takes it; `undefined` where xl refuses what the file says. PV for other kinds of files. */
  readonly guest: GuestType | undefined;
  /** Every string of a language inside strings that counts, in the order of the text. */
  readonly specs: readonly SpecUse[];
  readonly directives: readonly Directive[];
}

/** All that a file says about one key. */
export interface Setting {
  readonly key: string;
  /** In the file's order, those that have no effect included. */
  readonly assignments: readonly Assignment[];
  /** Those that make the value: the last `=` and every `+=` behind it (libxlu_cfg.c, xlu__cfg_set_store). */
  readonly effective: readonly Assignment[];
  /** `undefined` for a key that no series of xl reads. */
  readonly doc: KeyDoc | undefined;
}

/** A string of a language inside strings, where it is used. */
export interface SpecUse {
  readonly key: string;
  readonly language: SpecName;
  /** Its place in the key's list, as xl counts, from 0; 0 for a plain string. */
  readonly index: number;
  readonly value: StringValue | NumberValue;
  /** The lists inside which it stands, the outermost first; empty for a plain string. */
  readonly lists: readonly ListValue[];
  readonly assignment: Assignment;
  readonly spec: Spec;
}
