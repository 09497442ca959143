/** What client and server say to each other besides LSP. Plain data: this file is all that the client knows of the server. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { Range, TextEdit } from 'vscode-languageserver-protocol';
import type { Dialect, Language, PictureElement, TopologyFormat, XenVersion, XlFileKind } from '../core/index.ts';

/** The languages' identifiers in editors. */
export const languageIds: Readonly<Record<Language, string>> = { interfaces: 'debian-interfaces', xl: 'xen-xl' };

/** The language of an editor's identifier; `undefined`: not one of ours. */
export function languageOfId(id: string | undefined): Language | undefined {
  return (Object.keys(languageIds) as Language[]).find((language) => languageIds[language] === id);
}

/** What a client may tell at `initialize`; an editor that knows nothing of it leaves it out. */
export interface InitializationOptions {
  /** Where the editor shows the page of a rule: a URI with `{rule}` in place of the name. Without it: the packaged file. */
  readonly rulePage?: string;
  /** The commands of the editor that answers may name; those below. */
  readonly commands?: readonly string[];
  /** Whether the editor shows the status of documents and wants to hear when it may be another; see {@link documentStatusChanged}. */
  readonly showsDocumentStatus?: boolean;
  /** Whether the editor answers the requests for files, for all that the server cannot read itself. */
  readonly readsFiles?: boolean;
  /** Whether the editor answers {@link findFilesRequest}; else the server looks itself where it can. */
  readonly findsFiles?: boolean;
  /** The settings `bridgewise.*`, for an editor that does not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Opens the list of completions again; VS Code's own. */
export const suggestCommand = 'editor.action.triggerSuggest';

/** Turns a rule off in the editor's settings. Arguments: the rule's name, the URI of the file where it was wished. */
export const turnOffRuleCommand = 'bridgewise.turnOffRule';

/** The editor's command that says which program reads a host: its dialect, and the URI of a document of the host. */
export const setDialectCommand = 'bridgewise.setDialect';

/** Shows places below a line. Arguments: the URI of the line's document, a position in it, and LSP locations. */
export const showReferencesCommand = 'bridgewise.showReferences';

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

export interface FindFilesParams {
  /** The URIs of the folders that are searched. */
  readonly folders: readonly string[];
  /** A glob, relative to each of the folders. */
  readonly pattern: string;
  /** So many files at most are wanted. */
  readonly most: number;
}

/** Server to client: the files that match, but for those that the user excludes from searches. */
export const findFilesRequest = new RequestType<FindFilesParams, { readonly uris: readonly string[] }, void>(
  'bridgewise/findFiles',
);

/** Client to server: all open documents that are in other languages, whatever the server takes their files for. */
export const foreignDocuments = new NotificationType<{ readonly uris: readonly string[] }>(
  'bridgewise/foreignDocuments',
);

export interface SniffParams {
  readonly text: string;
}

/** Client to server: in which language a text is, where its name tells nothing; `null`: in none of ours. */
export const sniffRequest = new RequestType<SniffParams, Language | null, void>('bridgewise/sniff');

/** What the editor shows about the host of an interfaces file. */
export interface HostStatus {
  readonly language: 'interfaces';
  /** The file that ifupdown reads first; it includes the others. */
  readonly mainFile: string;
  /** The URI of the folder that is `/` to the host or, where that is not known, of the main file's. */
  readonly folder: string;
  readonly dialect: Dialect;
  /** Whether a file that the host includes is not there, so that rules about what is absent are silent. */
  readonly incomplete: boolean;
  /** What the includes name and is not there, as paths on the host. */
  readonly missing: readonly string[];
}

/** What the editor shows about a file in xl's language. */
export interface XlStatus {
  readonly language: 'xl';
  readonly kind: XlFileKind;
  /** The series of Xen whose xl is meant. */
  readonly xenVersion: XenVersion;
  /** The host that it is of; `null`: its interfaces files are not known. */
  readonly host: {
    /** As of {@link HostStatus}. */
    readonly folder: string;
    /** Whether one of its files cannot be read, so that rules about what is absent are silent. */
    readonly incomplete: boolean;
  } | null;
}

export type DocumentStatus = HostStatus | XlStatus;

/** Client to server: `null` for a file that is not judged. */
export const documentStatusRequest = new RequestType<FileParams, DocumentStatus | null, void>(
  'bridgewise/documentStatus',
);

/** Server to client: what {@link documentStatusRequest} answered may hold no longer. */
export const documentStatusChanged = new NotificationType<void>('bridgewise/documentStatusChanged');

/** A place of a text that the user has to see to, with what to write or to think of. */
export interface PlaceLeft {
  readonly range: Range;
  readonly advice: string;
}

/** A file for xm as one for xl. */
export interface ConversionAnswer {
  /** Empty where there is nothing to convert. */
  readonly edits: readonly TextEdit[];
  /** What only the user can write; places of the text after the edit, in its order. */
  readonly left: readonly PlaceLeft[];
}

/** Client to server: how an open file is converted from xm; `null` for one that is no domU's. */
export const convertFromXmRequest = new RequestType<FileParams, ConversionAnswer | null, void>(
  'bridgewise/convertFromXm',
);

export interface NewDomUParams extends FileParams {
  /** The name of the new domU. */
  readonly name: string;
}

/** The file of a new domU, or why there is none. */
export type NewDomUAnswer =
  | {
      readonly kind: 'made';
      readonly text: string;
      /** The disks that are to be made. */
      readonly disks: readonly { readonly vdev: string; readonly target: string }[];
      /** What is as it was; places of the new text, in its order. */
      readonly left: readonly PlaceLeft[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Client to server: a domU like that of a file, under another name. */
export const newDomURequest = new RequestType<NewDomUParams, NewDomUAnswer, void>('bridgewise/newDomU');

export interface TopologyParams extends FileParams {
  /** The groups that the user has opened, by their ids. */
  readonly expanded: readonly string[];
}

/** Where something of the picture stands in the files. */
export interface TopologyPlace {
  /** The id of a node of the picture. */
  readonly node: string;
  readonly uri: string;
  /** All that is said of it there. */
  readonly range: Range;
  /** Its name in there: what to select. */
  readonly nameRange: Range;
}

/** The picture of a dom0. */
export interface TopologyAnswer {
  /** The URI of the dom0's main file, by which it is told from others of the same title. */
  readonly dom0: string;
  /** What the dom0 is called. */
  readonly title: string;
  /** An `svg` element; what can be chosen in it are `g` elements with `data-node`. */
  readonly picture: PictureElement;
  /** Where the nodes stand: the first of a node is where a click leads; one whose range holds the cursor, and the smallest such, is the one meant. */
  readonly places: readonly TopologyPlace[];
}

/** Client to server: the picture of the dom0 that a file is of; `null`: it is of none. */
export const topologyRequest = new RequestType<TopologyParams, TopologyAnswer | null, void>('bridgewise/topology');

export interface ExportTopologyParams extends FileParams {
  readonly format: TopologyFormat;
}

/** Client to server: the same picture as a text in a format; `null`: the file is of no dom0. */
export const exportTopologyRequest = new RequestType<ExportTopologyParams, string | null, void>(
  'bridgewise/exportTopology',
);
