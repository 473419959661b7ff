import { type ListFilesParams, type ListFilesResult, listFiles, type ReadFileParams, type ReadFileResult, readFile } from '../../../client/src/messages.ts';
import { say } from '../text/say.ts';
import type { Files } from './access.ts';

/** The part of a connection that is needed here: requests to the editor. */
export interface Asking {
  sendRequest<R>(method: string, params: unknown): Promise<R>;
}

/** Files as the editor reaches them: in the browser, and in folders that are no disk. A file that it refuses is told and left out. */
export function editorFiles(connection: Asking, library: Files['library'], warn: (message: string) => void): Files {
  return {
    library,
    list: (folder) => connection.sendRequest<ListFilesResult>(listFiles, { folder } satisfies ListFilesParams),
    async read(uri) {
      const { text, error } = await connection.sendRequest<ReadFileResult>(readFile, { uri } satisfies ReadFileParams);
      if (text === undefined && error !== undefined && !uri.endsWith('/iplan.config.json')) warn(say`${uri} was not read: ${error}`);
      return text?.replace(/^\uFEFF/, '');
    },
  };
}
