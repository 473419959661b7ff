import { type ListFilesParams, type ListFilesResult, listFiles, type ReadFileParams, type ReadFileResult, readFile } from '../../../client/src/messages.ts';
import { say } from '../text/say.ts';
import type { Files } from './access.ts';

/** The part of a connection that is needed here: requests to the editor. */
export interface Asking {
  sendRequest<R>(method: string, params: unknown): Promise<R>;
}

/** An editor that has not answered by then will not, in milliseconds: what is open is judged without what it would have told. */
const PATIENCE = 60_000;

/** Files as the editor reaches them: in the browser, and in folders that are no disk. A file that it refuses is told and left out. */
export function editorFiles(connection: Asking, library: Files['library'], warn: (message: string) => void, patience = PATIENCE): Files {
  const ask = <R>(method: string, params: unknown): Promise<R> => within(patience, connection.sendRequest<R>(method, params));
  return {
    library,
    list: (folder) => ask<ListFilesResult>(listFiles, { folder } satisfies ListFilesParams),
    async read(uri) {
      const { text, error } = await ask<ReadFileResult>(readFile, { uri } satisfies ReadFileParams);
      if (text === undefined && error !== undefined && !uri.endsWith('/iplan.config.json')) warn(say`${uri} was not read: ${error}`);
      return text?.replace(/^\uFEFF/, '');
    },
  };
}

function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the editor did not answer within ${ms / 1000} seconds`)), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
