import type { ValueType } from '../values/value-type.ts';
import type { XenVersion } from './xen-version.ts';

/** One parameter of a language inside strings, such as `vdev` of a disk: all that hover, completion and the rules say about it. */
export interface ParameterDoc {
  readonly name: string;
  /** `undefined`: a flag, which takes no value. */
  readonly value: ValueType | undefined;
  /** Its place among those that may be given without their name, from 0; `undefined`: it must be named. */
  readonly position?: number;
  readonly required?: boolean;
  /** One line: what it does. */
  readonly summary: string;
  /** Markdown: what else one has to know. */
  readonly details?: string;
  readonly default?: string;
  readonly unit?: string;
  /** The first series that reads it; `undefined`: every one that the catalogues know. */
  readonly since?: XenVersion;
  /** Set when it is deprecated: what to write instead. */
  readonly deprecated?: string;
  /** Man page section or source file. */
  readonly source: string;
}
