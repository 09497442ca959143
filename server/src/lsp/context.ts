import type { Connection } from 'vscode-languageserver';
import type { ClientProfile } from './client-profile.ts';
import type { Session } from './session.ts';

/** What every handler may use. */
export interface Context {
  readonly connection: Connection;
  readonly session: Session;
  readonly profile: ClientProfile;
  /** The URI of a rule's page; `undefined`: there is none to open. */
  readonly pageOf: (rule: string) => string | undefined;
}
