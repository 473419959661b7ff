import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say } from '../text/say.ts';
import type { History } from './access.ts';

/** The history of files on disk, as far as a git repository has it. Its objects are read when somebody asks; no process is started. */
export const diskHistory: History = {
  async versions(uri) {
    const { repositoryOf, versionsIn } = await import('./git.ts');
    const repository = repositoryOf(folderOf(uri));
    return repository === undefined ? { why: say`The file lies in no git repository.` } : versionsIn(repository);
  },
  async texts(uri, revision) {
    const { commitOf, repositoryOf, snapshot } = await import('./git.ts');
    const repository = repositoryOf(folderOf(uri));
    if (repository === undefined) return { why: say`The file lies in no git repository.` };
    const commit = await commitOf(repository, revision);
    if (commit === undefined) return { why: say`There is no branch, tag or commit "${revision}".` };
    const { texts } = await snapshot(repository, commit);
    return { commit, root: pathToFileURL(repository.root).href, texts };
  },
};

const folderOf = (uri: string): string => (uri.startsWith('file:') ? dirname(fileURLToPath(uri)) : '/nowhere');
