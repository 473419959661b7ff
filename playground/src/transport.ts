import type { Transport } from '@codemirror/lsp-client';
import * as messages from '../../client/src/messages.ts';
import { say } from '../../server/src/text/say.ts';
import { addressOf, isPlanFile, pathOf, ROOT, type Texts } from './addresses.ts';

/** What is asked by the server, and how it is answered. */
type Answers = Readonly<Record<string, (params: never) => unknown>>;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The server in a worker of the page. What it asks is answered here; everything else goes to the client and comes from there. */
export function transportTo(worker: Worker, texts: () => Texts): Transport {
  const answers = answersFrom(texts);
  const handlers = new Map<(value: string) => void, (event: MessageEvent<Message>) => void>();
  return {
    send: (message) => worker.postMessage(toldRightly(JSON.parse(message) as Message)),
    subscribe(handler) {
      const listen = ({ data }: MessageEvent<Message>): void => {
        if (data.id === undefined || data.method === undefined) handler(JSON.stringify(asTaken(data)));
        else worker.postMessage({ jsonrpc: '2.0', id: data.id, ...answer(answers, data.method, data.params) });
      };
      handlers.set(handler, listen);
      worker.addEventListener('message', listen);
    },
    unsubscribe(handler) {
      const listen = handlers.get(handler);
      if (listen !== undefined) worker.removeEventListener('message', listen);
      handlers.delete(handler);
    },
  };
}

/** The client says that it asks for findings, and never does: without that word the server tells them by itself. */
function toldRightly(message: Message): Message {
  if (message.method === 'initialize') {
    const { capabilities } = message.params as { capabilities: { textDocument?: { diagnostic?: unknown } } };
    delete capabilities.textDocument?.diagnostic;
  }
  return message;
}

const METHOD_NOT_FOUND = -32601;
const SNIPPET = 2;

function answer(answers: Answers, method: string, params: unknown): object {
  const known = Object.hasOwn(answers, method) ? answers[method] : undefined;
  return known === undefined ? { error: { code: METHOD_NOT_FOUND, message: method } } : { result: known(params as never) };
}

function answersFrom(texts: () => Texts): Answers {
  return {
    [messages.listFiles]: ({ folder }: messages.ListFilesParams): messages.ListFilesResult =>
      folder === ROOT ? [...texts().keys()].filter(isPlanFile).map(addressOf) : [],
    [messages.readFile]: ({ uri }: messages.ReadFileParams): messages.ReadFileResult => {
      const text = texts().get(pathOf(uri) ?? '');
      return text === undefined ? { error: say`There is no such file.` } : { text };
    },
  };
}

interface Item {
  readonly label: string;
  filterText?: string;
  readonly insertTextFormat?: number;
  readonly textEdit?: { newText: string };
  readonly additionalTextEdits?: readonly unknown[];
}

/**
 * Offers as this editor takes them. It knows no places with a choice: they begin with the first of what there is to choose. And it puts
 * first what is typed to the letter, which would always be the offer to declare a new name: that comes after the names there are.
 */
function asTaken(message: Message): Message {
  const { items } = (message.result ?? {}) as { items?: unknown };
  for (const item of Array.isArray(items) ? (items as readonly Item[]) : []) {
    if (item.insertTextFormat === SNIPPET && item.textEdit !== undefined)
      item.textEdit.newText = item.textEdit.newText.replace(/\$\{(\d+)\|([^,|}]*)[^|}]*\|\}/g, (_, place: string, first: string) => `\${${place}:${first}}`);
    if (item.additionalTextEdits !== undefined) item.filterText = `${item.filterText ?? item.label} …`;
  }
  return message;
}
