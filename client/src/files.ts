// Reads files for a server that cannot: in the browser, and in folders that are no disk. What is read must lie in a
// workspace folder and be one of the kinds a plan is made of; a server gone wrong gets nothing else through here.
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { type ListFilesParams, type ListFilesResult, PASSED_OVER, type ReadFileParams, type ReadFileResult } from './messages.ts';

export const planFiles = '**/{*.iplan,*.csv,iplan.config.json,*baseline.json}';
const isPlanFile = /(?:\.iplan|\.csv|\/iplan\.config\.json|baseline\.json)$/i;
const mostFiles = 20_000;
const mostFolders = 5_000;
const mostBytes = 16 * 1024 * 1024;

export async function listFiles({ folder }: ListFilesParams): Promise<ListFilesResult> {
  const root = Uri.parse(folder, true);
  if (!workspace.getWorkspaceFolder(root)) return [];
  const isFile = await workspace.fs.stat(root).then(
    ({ type }) => type === FileType.File,
    () => false,
  );
  if (isFile) return [];
  const exclude = `**/{${PASSED_OVER.join(',')}}/**`;
  const found = await workspace.findFiles(new RelativePattern(root, planFiles), exclude, mostFiles);
  // Some virtual file systems offer no search and answer with nothing, so an empty answer is looked into by hand.
  const uris = found.length > 0 ? found : await walk(root);
  return uris.map(String).sort();
}

async function walk(root: Uri): Promise<Uri[]> {
  const files: Uri[] = [];
  const folders = [root];
  for (let i = 0; i < folders.length && i < mostFolders && files.length < mostFiles; i++) {
    const folder = folders[i]!;
    const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(folder, name);
      // Links are not followed: their type is a sum and equals neither of these.
      if (type === FileType.Directory && !PASSED_OVER.includes(name)) folders.push(uri);
      else if (type === FileType.File && isPlanFile.test(uri.path)) files.push(uri);
    }
  }
  return files;
}

export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const file = Uri.parse(uri, true);
  if (!workspace.getWorkspaceFolder(file)) return { error: say`The file lies outside the open folders.` };
  if (!isPlanFile.test(file.path)) return { error: say`The file is no plan, no data, no configuration and no baseline.` };
  try {
    const { size } = await workspace.fs.stat(file);
    if (size > mostBytes) return { error: say`The file is larger than ${mostBytes / 1024 / 1024} MB.` };
    return { text: new TextDecoder('utf-8').decode(await workspace.fs.readFile(file)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
