// The hands of somebody who sits at VS Code, in a folder of the workspace, and what VS Code shows them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { filesOf, type Hands, write } from '../../safety/hands.ts';
import type { Texts } from '../../safety/repository.ts';
import { edit, until } from './workspace.ts';

/** Every folder that anything is done in, level by level. */
const FOLDERS = [['.'], ['state', 'town-0', 'town-1', 'town-2', 'new'], ['new/deep']];

/**
 * Makes folders and waits until VS Code has seen them. It misses one now and then that is made at the same moment as the folder around it,
 * and then never hears of anything in it, which no extension can mend.
 */
async function makeSeen(folders: readonly string[]): Promise<void> {
  const unseen = new Set(folders);
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, true);
  watcher.onDidCreate(({ fsPath }) => unseen.delete(fsPath));
  try {
    await until('VS Code to see new folders', async () => {
      for (const folder of unseen) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
      }
      return until('the news', () => unseen.size === 0 || undefined, 2000).catch(() => undefined);
    });
  } finally {
    watcher.dispose();
  }
}

export class VscodeHands implements Hands {
  readonly root: string;

  private constructor(name: string) {
    this.root = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, name);
  }

  static async in(name: string, texts: Texts): Promise<VscodeHands> {
    const hands = new VscodeHands(name);
    for (const folders of FOLDERS) await makeSeen(folders.map((folder) => path.join(hands.root, folder)));
    write(hands.root, texts);
    return hands;
  }

  /** Whatever VS Code holds as a document, with or without a tab. */
  get documents(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'file' && uri.fsPath.startsWith(this.root + path.sep));
  }

  get open(): ReadonlyMap<string, string> {
    return new Map(this.documents.map((document) => [this.#fileOf(document.uri), document.getText()]));
  }

  async opens(file: string): Promise<void> {
    if (this.#saved(file) === undefined && this.#document(file) === undefined) return;
    // Not by `openTextDocument`: that keeps a document for minutes after it was closed.
    await vscode.commands.executeCommand('vscode.open', this.#uri(file), { preview: false, preserveFocus: false });
    await until(`${file} to be open`, () => this.#document(file));
  }

  async closes(file: string): Promise<void> {
    const document = this.#document(file);
    if (document === undefined) return;
    await this.#revert(document);
    await vscode.window.tabGroups.close(this.#tabs(document.uri));
  }

  async saves(file: string): Promise<void> {
    await this.#document(file)?.save();
  }

  async types(file: string, start: number, end: number, text: string): Promise<void> {
    const document = this.#document(file)!;
    await edit(document, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  }

  async renames(file: string, at: number, name: string): Promise<void> {
    const document = this.#document(file)!;
    const rename = vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, document.positionAt(at), name);
    const changes = await rename.then(undefined, () => undefined);
    if (changes !== undefined) await vscode.workspace.applyEdit(changes);
  }

  async moves(file: string, to: string): Promise<void> {
    const move = new vscode.WorkspaceEdit();
    move.renameFile(this.#uri(file), this.#uri(to));
    await vscode.workspace.applyEdit(move);
  }

  async removes(file: string): Promise<void> {
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(this.#uri(file), { ignoreIfNotExists: true });
    await vscode.workspace.applyEdit(removal);
  }

  async finds(texts: Readonly<Record<string, string | undefined>>): Promise<void> {
    write(this.root, texts);
    // Until VS Code has seen it, its documents are of another time than the files.
    await until('VS Code to read what changed under its documents', () => this.documents.every((one) => this.#isRead(one)) || undefined);
  }

  /** Closes everything without saving, and removes the folder from outside. */
  async end(): Promise<void> {
    for (const document of this.documents) await this.#revert(document);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(this.root, { recursive: true, force: true });
  }

  /** All texts as they are now, in one. */
  texts(): string {
    const saved = filesOf(this).map((file) => [file, this.#saved(file)]);
    return JSON.stringify([saved, [...this.open]]);
  }

  #saved(file: string): string | undefined {
    const at = path.join(this.root, file);
    return existsSync(at) ? readFileSync(at, 'utf8') : undefined;
  }

  /** Whether a document holds what its file does; one that was typed in, or whose file is gone, stays as it is. */
  #isRead(document: vscode.TextDocument): boolean {
    const saved = this.#saved(this.#fileOf(document.uri));
    return document.isDirty || saved === undefined || plain(document.getText()) === plain(saved);
  }

  #fileOf(uri: vscode.Uri): string {
    return path.relative(this.root, uri.fsPath);
  }

  #uri(file: string): vscode.Uri {
    return vscode.Uri.file(path.join(this.root, file));
  }

  #document(file: string): vscode.TextDocument | undefined {
    return this.documents.find(({ uri }) => this.#fileOf(uri) === file);
  }

  #tabs(uri: vscode.Uri): readonly vscode.Tab[] {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    return tabs.filter(({ input }) => input instanceof vscode.TabInputText && String(input.uri) === String(uri));
  }

  /** A tab that is closed with changes in it would ask what to do with them. */
  async #revert(document: vscode.TextDocument): Promise<void> {
    if (!document.isDirty) return;
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}

/** A text as VS Code takes it from a file: with one kind of line end, no mark at its start, and whole characters. */
const plain = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed();
