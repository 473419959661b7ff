import type { Files } from '../session.ts';

/** The part of a connection that is needed here: requests to the editor. */
export interface Asking {
  sendRequest<R>(method: string, params: unknown): Promise<R>;
}

// As in the extension's `messages.ts`; both sides say them once.
const LIST = 'iplan/listFiles';
const READ = 'iplan/readFile';

/** Files as the editor reaches them: in the browser, and in folders that are no disk. A file that it refuses is told and left out. */
export function editorFiles(connection: Asking, library: Files['library'], warn: (message: string) => void): Files {
  return {
    library,
    list: (folder) => connection.sendRequest<readonly string[]>(LIST, { folder }),
    async read(uri) {
      const { text, error } = await connection.sendRequest<{ text?: string; error?: string }>(READ, { uri });
      if (text === undefined && error !== undefined && !uri.endsWith('/iplan.config.json')) warn(`${uri} was not read: ${error}`);
      return text?.replace(/^\uFEFF/, '');
    },
  };
}
