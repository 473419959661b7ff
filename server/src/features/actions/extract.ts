import { CodeActionKind } from 'vscode-languageserver';
import { withArticle } from '../../language/nouns.ts';
import { type Token, textOf } from '../../language/token.ts';
import { idFrom } from '../../language/words.ts';
import type { Scope } from '../../model/scope.ts';
import type { SourceFile, Workspace } from '../../model/workspace.ts';
import { declared } from '../../rules/mend.ts';
import type { Statement } from '../../syntax/tree.ts';
import { say } from '../../text/say.ts';
import { holds } from '../../text/span.ts';
import { expectedAfter } from '../completion/place.ts';
import type { FileEdit } from '../edits.ts';
import { spotAt } from '../spot.ts';
import type { Action, Ask } from './action.ts';
import { atEnd } from './move.ts';

/** A text that stands for somebody becomes a partner or an actor, wherever the plan writes the same text. */
export function extraction(ask: Ask): Action[] {
  const spot = spotAt(ask.workspace, ask.uri, ask.range.start);
  const statement = spot?.statement;
  const token = statement?.values.find((value) => value.kind === 'text' && holds(value, spot?.offset ?? -1));
  if (spot === undefined || statement === undefined || token === undefined || token.image.startsWith('"""') || textOf(token.image).trim() === '') return [];
  const title = textOf(token.image).trim();
  return holderKinds(statement, token).map(
    (kind): Action => ({
      title: say`Make ${withArticle(kind)} of "${title.length > 40 ? `${title.slice(0, 39)}…` : title}"`,
      kind: CodeActionKind.RefactorExtract,
      edits: () => {
        const id = unused(idFrom(title), namesFrom(spot.scope));
        const places = sameTexts(ask.workspace, spot.scope, token.image, kind).map((edit) => ({ ...edit, text: id }));
        const home = homeOf(kind, spot.scope, spot.file);
        return { edits: [...places, atEnd(home, `${declared(kind, id, token.image)}\n`)] };
      },
    }),
  );
}

type HolderKind = 'partner' | 'actor';

/** As what a text in this place could be declared. */
function holderKinds(statement: Statement, token: Token): readonly HolderKind[] {
  if (statement.row === undefined) return [];
  const before = statement.values.filter(({ start }) => start < token.start);
  const kinds = expectedAfter(statement.row, before).expectations.flatMap((expectation) => expectation.kinds ?? []);
  return (['partner', 'actor'] as const).filter((kind) => kinds.includes(kind));
}

function sameTexts(workspace: Workspace, scope: Scope, image: string, kind: HolderKind): FileEdit[] {
  return scope.declarations.flatMap((declaration) =>
    declaration.facts.flatMap(({ node }) =>
      node.values
        .filter((value) => value.image === image && holderKinds(node, value).includes(kind))
        .flatMap((value): FileEdit[] => {
          const place = workspace.place(node.chunk, value);
          return place === undefined ? [] : [{ uri: place.file.uri, span: place.span, text: '' }];
        }),
    ),
  );
}

/** Every name that can be seen from a plan. */
export const namesFrom = (scope: Scope): ReadonlySet<string> =>
  new Set([scope, ...scope.ancestors, ...scope.frameworks].flatMap((one) => [...one.names.keys()]).concat(scope.ids()));

export function unused(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let i = 2; ; i++) if (!taken.has(`${id}-${i}`)) return `${id}-${i}`;
}

/** The file of the plan in which things of a kind are declared; the one at hand where that is as good. */
export function homeOf(kind: HolderKind | string, scope: Scope, own: SourceFile): SourceFile {
  const kinds = kind === 'actor' || kind === 'partner' || kind === 'body' ? ['actor', 'partner', 'body'] : [kind];
  const count = (file: SourceFile) => file.readings.reduce((sum, reading) => sum + reading.declarations.filter((one) => kinds.includes(one.kind)).length, 0);
  if (count(own) > 0) return own;
  const best = scope.files.filter((file) => !file.library).toSorted((a, b) => count(b) - count(a))[0];
  return best === undefined || count(best) === 0 ? own : best;
}
