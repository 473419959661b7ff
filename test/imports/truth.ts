// What a plan says, a line a statement, to be held against what somebody wrote down by hand.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { File } from '../../server/src/imports/write.ts';
import { textOf } from '../../server/src/language/token.ts';
import type { Declaration } from '../../server/src/model/declaration.ts';
import { parseFile, Workspace } from '../../server/src/model/workspace.ts';

export const truthOf = (file: string): readonly string[] =>
  readFileSync(path.join(import.meta.dirname, 'truth', `${file}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The files as a workspace, as they would lie in a folder. */
export const workspaceOf = (files: readonly File[]): Workspace =>
  new Workspace(
    new Map(
      files
        .filter(({ path: name }) => name.endsWith('.iplan'))
        .map(({ path: name, text }) => [`file:///plan/${name}`, parseFile(`file:///plan/${name}`, text)]),
    ),
    undefined,
    new Map(files.filter(({ path: name }) => name.endsWith('.csv')).map(({ path: name, text }) => [`file:///plan/${name}`, text])),
  );

/** `measure-1 lead library`, and what every declaration is, in the order of the files. */
export function factsOf(files: readonly File[]): readonly string[] {
  const scope = workspaceOf(files).scopes.list.find((one) => one.kind === 'plan');
  return (scope?.declarations ?? []).flatMap((one: Declaration) => {
    const inside = one.parent === undefined ? '' : ` in ${one.parent.id}`;
    return [
      `${one.id}: ${one.kind} "${one.title}"${inside}`,
      ...one.facts.map(
        ({ word, node }) =>
          `${one.id} ${word} ${node.values
            .map(({ image }) => (image.startsWith('"""') ? JSON.stringify(textOf(image)) : image))
            .join(' ')
            .replaceAll(' ,', ',')}`,
      ),
    ];
  });
}
