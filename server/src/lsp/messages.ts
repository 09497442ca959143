/** What client and server say to each other besides LSP. Plain data: this file is all that the client knows of the server. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { Dialect } from '../core/index.ts';

/** The language's identifier in editors. */
export const languageId = 'debian-interfaces';

/** What a client may tell at `initialize`; an editor that knows nothing of it leaves it out. */
export interface InitializationOptions {
  /** Where the editor shows the page of a rule: a URI with `{rule}` in place of the name. Without it: the packaged file. */
  readonly rulePage?: string;
  /** The commands of the editor that code actions may name; the two below. */
  readonly commands?: readonly string[];
  /** Whether the editor shows the host of a file and wants to hear when it may be another; see {@link hostStatusChanged}. */
  readonly showsHostStatus?: boolean;
  /** Whether the editor answers the requests for files, for all that the server cannot read itself. */
  readonly readsFiles?: boolean;
  /** The settings `bridgewise.*`, for an editor that does not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Opens the list of completions again; VS Code's own. */
export const suggestCommand = 'editor.action.triggerSuggest';

/** Turns a rule off in the editor's settings. Arguments: the rule's name, the URI of the file where it was wished. */
export const turnOffRuleCommand = 'bridgewise.turnOffRule';

/** The editor's command that says which program reads a host: its dialect, and the URI of a document of the host. */
export const setDialectCommand = 'bridgewise.setDialect';

export interface FileParams {
  readonly uri: string;
}

/** As the core's `FileContent`. */
export type FileAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface FolderAnswer {
  /** `null`: it is no folder, or cannot be read. */
  readonly entries: readonly { readonly name: string; readonly isFolder: boolean }[] | null;
}

/** Server to client: the text of a file. */
export const readFileRequest = new RequestType<FileParams, FileAnswer, void>('bridgewise/readFile');

/** Server to client: what lies in a folder. */
export const listFolderRequest = new RequestType<FileParams, FolderAnswer, void>('bridgewise/listFolder');

export interface SniffParams {
  readonly text: string;
}

/** Client to server: whether a text is in the language, where its name tells nothing. */
export const sniffRequest = new RequestType<SniffParams, boolean, void>('bridgewise/sniff');

/** What the editor shows about the host of a file. */
export interface HostStatus {
  /** The file that ifupdown reads first; it includes the others. */
  readonly mainFile: string;
  readonly dialect: Dialect;
  /** Whether a file that the host includes is not there, so that rules about what is absent are silent. */
  readonly incomplete: boolean;
  /** What the includes name and is not there, as paths on the host. */
  readonly missing: readonly string[];
}

/** Client to server: `null` for a file that is of no host. */
export const hostStatusRequest = new RequestType<FileParams, HostStatus | null, void>('bridgewise/hostStatus');

/** Server to client: what {@link hostStatusRequest} answered may hold no longer. */
export const hostStatusChanged = new NotificationType<void>('bridgewise/hostStatusChanged');
