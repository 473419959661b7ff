// Where new plans lie: in folders of their own, whatever lies in the others.
import { commands, Uri, window, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';

/** The folder that a new plan is to lie in: that of the workspace, or the one that is chosen. */
export async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1) return (await window.showWorkspaceFolderPick({ placeHolder: say`Where is the plan to lie?` }))?.uri;
  return (await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, canSelectMany: false, openLabel: say`Make the plan here` }))?.[0];
}

/** A folder that is not there yet: whatever lies in the others stays as it is. */
export async function freeFolder(parent: Uri, name: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const folder = Uri.joinPath(parent, number === 1 ? name : `${name}-${number}`);
    const there = await workspace.fs.stat(folder).then(
      () => true,
      () => false,
    );
    if (there) continue;
    await workspace.fs.createDirectory(folder);
    return folder;
  }
}

/** Where no folder is open, the rest of the plan is seen only when its own is. */
export async function offerToOpen(folder: Uri): Promise<void> {
  const choice = await window.showInformationMessage(say`The plan is made. Open its folder to see all of it?`, say`Open Folder`);
  if (choice !== undefined) await commands.executeCommand('vscode.openFolder', folder);
}
