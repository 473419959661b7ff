// What a plan is compared with, and how it is chosen.
import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { say } from '../../../server/src/text/say.ts';
import { ask } from '../asking.ts';
import { type CompareParams, type VersionsResult, versions } from '../messages.ts';

/** A version of the repository, or a document in the place of the one that is compared. */
export type Base = { readonly revision: string } | { readonly file: Uri };

export const isBase = (value: unknown): value is Base =>
  typeof value === 'object' &&
  value !== null &&
  (('revision' in value && typeof value.revision === 'string') || ('file' in value && value.file instanceof Uri));

/** The same as the server takes it; a document as it is typed. */
export async function asked(base: Base): Promise<CompareParams['base']> {
  if ('revision' in base) return base;
  const document = await workspace.openTextDocument(base.file);
  return { text: document.getText(), name: nameOf(base), uri: base.file.toString() };
}

export function nameOf(base: Base): string {
  if ('revision' in base) return base.revision;
  return base.file.scheme === 'git' ? say`the left side` : workspace.asRelativePath(base.file);
}

interface Choice extends QuickPickItem {
  readonly base?: Base;
}

/** Asks what a document is to be compared with; nothing where somebody thinks better of it. */
export async function chooseBase(uri: Uri): Promise<Base | undefined> {
  const placeHolder = say`Whatever was moved or laid out anew is no difference`;
  const chosen = await window.showQuickPick(choices(uri), { title: say`Compare the plan with …`, placeHolder, matchOnDescription: true });
  if (chosen === undefined || chosen.base !== undefined) return chosen?.base;
  const files = await window.showOpenDialog({
    canSelectMany: false,
    defaultUri: Uri.joinPath(uri, '..'),
    filters: { Plans: ['iplan'] },
    openLabel: say`Compare`,
  });
  return files?.[0] && { file: files[0] };
}

async function choices(uri: Uri): Promise<readonly Choice[]> {
  const { branches, tags, commits, why } = (await ask<VersionsResult>(versions, { uri: uri.toString() })) ?? { branches: [], tags: [], commits: [] };
  const heading = (label: string, some: readonly Choice[]): readonly Choice[] =>
    some.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...some];
  const [newest] = commits;
  const head: readonly Choice[] = newest === undefined ? [] : [{ label: `$(history) ${say`HEAD`}`, description: newest.says, base: { revision: 'HEAD' } }];
  const named = (icon: string, names: readonly string[]): readonly Choice[] => names.map((name) => ({ label: `$(${icon}) ${name}`, base: { revision: name } }));
  const earlier = commits
    .slice(1)
    .map(({ id, says, day }) => ({ label: `$(git-commit) ${id.slice(0, 8)}`, description: `${day} ${says}`, base: { revision: id } }));
  return [
    ...head,
    { label: `$(file) ${say`A file…`}`, ...(why === undefined ? {} : { detail: why }) },
    ...heading(say`Branches`, named('git-branch', branches)),
    ...heading(say`Tags`, named('tag', tags)),
    ...heading(say`Commits`, earlier),
  ];
}
