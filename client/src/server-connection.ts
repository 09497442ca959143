import type { Disposable, TextDocument } from 'vscode';
import { EventEmitter, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CloseAction, State } from 'vscode-languageclient';
import type { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { InitializationOptions } from '../../server/src/lsp/messages.ts';
import {
  documentStatusChanged,
  languageIds,
  setDialectCommand,
  showReferencesCommand,
  suggestCommand,
  turnOffRuleCommand,
} from '../../server/src/lsp/messages.ts';
import { documentSchemes } from './document-schemes.ts';
import { answerFileRequests } from './file-requests.ts';
import { pageTemplate } from './rule-pages.ts';

/** How the server is started: what differs between the desktop and the browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The server, from its first start to its end. */
export interface Server {
  /** Starts it where it does not run; settles when it answers, or never will. */
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Asks it, started first if need be; `undefined` when it does not answer. */
  readonly ask: <Params, Result>(
    type: RequestType<Params, Result, void>,
    params: Params,
  ) => Promise<Result | undefined>;
  /** Tells it something, where it runs. */
  readonly tell: <Params>(type: NotificationType<Params>, params: Params) => void;
  readonly state: () => 'running' | 'starting' | 'stopped';
  readonly showOutput: () => void;
  /** Ends it for good; settles when it has said goodbye. */
  readonly stop: () => Promise<void>;
  /** Fires when it has started, the first time or again. */
  readonly onStart: (listener: () => void) => Disposable;
  /** Fires when what the server says about documents may be new: a document's, or (`undefined`) any. */
  readonly onNews: (listener: (document: TextDocument | undefined) => void) => Disposable;
}

export function connectToServer(createClient: CreateClient): Server {
  const output = window.createOutputChannel('Bridgewise', { log: true });
  const news = new EventEmitter<TextDocument | undefined>();
  const starts = new EventEmitter<void>();
  const create = (): BaseLanguageClient => {
    const made: BaseLanguageClient = createClient({
      documentSelector: documentSchemes.flatMap((scheme) =>
        Object.values(languageIds).map((language) => ({ scheme, language })),
      ),
      outputChannel: output,
      initializationOptions: initializationOptions(),
      diagnosticPullOptions: { onChange: true, onTabs: true },
      errorHandler: {
        error: (error, message, count) => made.createDefaultErrorHandler().error(error, message, count),
        closed: () => crashes.closed(),
      },
      middleware: {
        provideDiagnostics: async (document, previousResultId, token, next) => {
          const report = await next(document, previousResultId, token);
          if ('languageId' in document) news.fire(document);
          return report;
        },
      },
    });
    const crashes = restartPolicy(made);
    answerFileRequests(made);
    made.onNotification(documentStatusChanged, () => news.fire(undefined));
    made.onDidChangeState(({ newState }) => {
      news.fire(undefined);
      if (newState === State.Running) starts.fire();
    });
    return made;
  };
  let client: BaseLanguageClient | undefined;
  const stop = async (): Promise<void> => {
    const ended = client;
    client = undefined;
    // One that is starting cannot be stopped yet.
    if (ended?.state === State.Starting) await ended.start().catch(() => undefined);
    await ended?.dispose().catch((error: unknown) => output.warn(String(error)));
  };
  const start = async (): Promise<void> => {
    client ??= create();
    // The client has shown the user why it could not start; it tries again only when told to restart.
    await client.start().catch((error: unknown) => output.error(String(error)));
  };
  return {
    start,
    restart: async () => {
      await stop();
      await start();
    },
    ask: async <Params, Result>(type: RequestType<Params, Result, void>, params: Params) => {
      await start();
      return client?.sendRequest<Result>(type.method, params).catch(() => undefined);
    },
    tell: (type, params) => {
      client?.sendNotification(type.method, params).catch((error: unknown) => output.warn(String(error)));
    },
    state: () => stateNames[client?.state ?? State.Stopped],
    stop,
    showOutput: () => output.show(),
    onStart: starts.event,
    onNews: news.event,
  };
}

const stateNames = {
  [State.Running]: 'running',
  [State.Starting]: 'starting',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
} as const;

function initializationOptions(): InitializationOptions {
  return {
    rulePage: pageTemplate,
    commands: [turnOffRuleCommand, setDialectCommand, showReferencesCommand, suggestCommand],
    readsFiles: true,
    findsFiles: true,
    showsDocumentStatus: true,
  };
}

/** The language client's policy: four restarts, and no more than that in three minutes; silent, but for the end. */
function restartPolicy(client: BaseLanguageClient) {
  const policy = client.createDefaultErrorHandler();
  return {
    closed: async () => {
      const { action } = await policy.closed();
      if (action === CloseAction.Restart)
        return { action, message: 'The server ended; starting it again.', handled: true };
      const message =
        'The Bridgewise server ended five times within three minutes, so it is not started again. ' +
        'The output says why; the command "Bridgewise: Restart Server" starts it.';
      return { action, message };
    },
  };
}
