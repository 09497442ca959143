import type { FileId } from '../text/location.ts';

/** What reading a file gave. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** It is there, but cannot be read as a text; `reason` is a sentence for the user. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The core's only door to files. None of its functions fails: what cannot be had is an answer. */
export interface FileAccess {
  readonly read: (file: FileId) => Promise<FileContent>;
  /** The entries of a folder; `undefined` when it is none or cannot be read. */
  readonly list: (folder: FileId) => Promise<readonly FolderEntry[] | undefined>;
  /** The address behind symbolic links; the same address where there is none or it cannot be told. */
  readonly realPath: (file: FileId) => Promise<FileId>;
  /** What a symbolic link says, as it stands in it, with `/` between its parts; `undefined` when it is none or it cannot be told. */
  readonly readLink: (file: FileId) => Promise<string | undefined>;
}

/** The same access, each answer asked for once until it is forgotten. */
export function rememberAnswers(access: FileAccess): FileAccess & {
  readonly forget: () => void;
  /** Forgets the answers about all other files and folders. */
  readonly keepOnly: (isKept: (place: FileId) => boolean) => void;
} {
  const reads = new Map<FileId, Promise<FileContent>>();
  const lists = new Map<FileId, Promise<readonly FolderEntry[] | undefined>>();
  const realPaths = new Map<FileId, Promise<FileId>>();
  const links = new Map<FileId, Promise<string | undefined>>();
  return {
    read: (file) => rememberAnswer(reads, file, access.read),
    list: (folder) => rememberAnswer(lists, folder, access.list),
    realPath: (file) => rememberAnswer(realPaths, file, access.realPath),
    readLink: (file) => rememberAnswer(links, file, access.readLink),
    forget: () => {
      for (const answers of [reads, lists, realPaths, links]) answers.clear();
    },
    keepOnly: (isKept) => {
      for (const answers of [reads, lists, realPaths, links])
        for (const place of answers.keys()) if (!isKept(place)) answers.delete(place);
    },
  };
}

/** What was answered before or, for the first time, the answer that `ask` gives; one that failed is asked for again. */
export function rememberAnswer<Key, Answer>(
  answers: Map<Key, Promise<Answer>>,
  key: Key,
  ask: (key: Key) => Promise<Answer>,
): Promise<Answer> {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = ask(key);
  answers.set(key, answer);
  answer.catch(() => {
    if (answers.get(key) === answer) answers.delete(key);
  });
  return answer;
}
