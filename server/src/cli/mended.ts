import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { mendAll, type Trust } from '../features/mending.ts';
import { replaceText } from '../host/write.ts';
import { counted } from '../language/nouns.ts';
import type { Diagnosis } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import { terminal } from '../reports/escape.ts';
import { say } from '../text/say.ts';
import { shownUri } from './checking.ts';

type Judge = (workspace: Workspace, uri: string) => readonly Diagnosis[];

/** Mends the files that were asked about and writes them, each whole or not at all; one that cannot be written stays as it was. */
export function mended(workspace: Workspace, uris: readonly string[], judge: Judge, trust: Trust) {
  const after = mendAll(workspace, uris, judge, trust);
  const failures: string[] = [];
  const refused: [string, ReturnType<Workspace['files']['get']>][] = [];
  for (const uri of after.files) {
    const failed = replaceText(fileURLToPath(uri), textOf(workspace, uri), textOf(after.workspace, uri));
    if (failed === undefined) continue;
    failures.push(`${shownUri(uri)} ${failed}.`);
    refused.push([uri, workspace.files.get(uri)]);
  }
  const written = after.files.length - refused.length;
  const said = [say`${counted(after.count, 'mend')} in ${counted(written, 'file')}.`];
  return { workspace: refused.length === 0 ? after.workspace : after.workspace.with(refused), failures, said: refused.length === 0 ? said : [] };
}

/** What mending would change, as a patch that git and patch take; nothing is written. */
export function patchOf(workspace: Workspace, uris: readonly string[], judge: Judge, trust: Trust): string {
  const after = mendAll(workspace, uris, judge, trust);
  return after.files
    .map((uri) => {
      const name = shownUri(uri);
      const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, textOf(workspace, uri), textOf(after.workspace, uri));
      // The library begins each patch with a line of its own that no tool asks for.
      return onScreen(patch.replace(/^=+\n/, ''));
    })
    .join('');
}

const textOf = (workspace: Workspace, uri: string): string => workspace.files.get(uri)?.tree.text ?? '';

/** A terminal obeys what stands in a plan; a file or another program wants it as it is. */
const onScreen = (patch: string): string => (process.stdout.isTTY === true ? patch.split('\n').map(terminal).join('\n') : patch);
