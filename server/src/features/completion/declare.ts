import { CompletionItemKind } from 'vscode-languageserver';
import { DECLARE } from '../../abilities.ts';
import { withArticle } from '../../language/nouns.ts';
import { quote } from '../../language/token.ts';
import { isKind, type Kind } from '../../language/vocabulary.ts';
import { isId } from '../../language/words.ts';
import type { Scope } from '../../model/scope.ts';
import type { SourceFile } from '../../model/workspace.ts';
import { declared } from '../../rules/mend.ts';
import { mayStand } from '../../syntax/heads.ts';
import { say } from '../../text/say.ts';
import { homeOf } from '../actions/extract.ts';
import { atEnd } from '../actions/move.ts';
import type { Edits } from '../edits.ts';
import type { Abilities, Offer } from './item.ts';
import type { Place } from './place.ts';

const MOST_KINDS = 3;

/** A name that nobody has declared can be declared as it is written: where things of its kind stand, else right here. */
export function declareOffers(place: Place, kinds: readonly string[], abilities: Abilities): Offer[] {
  const { typed, scope } = place;
  if (typed === '' || !isId(typed) || scope.resolve(typed) !== undefined) return [];
  return kinds
    .filter(isDeclarable)
    .slice(0, MOST_KINDS)
    .map((kind) => {
      const home = abilities.commands === true ? homeOf(kind, scope, place.file) : place.file;
      const elsewhere = home !== place.file;
      const file = decodeURIComponent(home.uri.slice(home.uri.lastIndexOf('/') + 1));
      const says = elsewhere ? say`declare ${withArticle(kind)} in ${file}` : say`declare ${withArticle(kind)}`;
      return {
        label: typed,
        kind: CompletionItemKind.Constructor,
        detail: says,
        says,
        rank: 8,
        name: true,
        also: elsewhere ? { command: { title: says, command: DECLARE, arguments: [place.file.uri, kind, typed] } } : { edits: [besideChunk(place, kind)] },
      };
    });
}

/** After the declaration that is written in; where that ends with the word itself, before it. */
function besideChunk(place: Place, kind: Kind) {
  const { chunk, file, typed, word } = place;
  const text = declared(kind, typed, titleOf(typed));
  const end = chunk.text.trimEnd().length;
  const after = end > word.end;
  const at = after ? end : 0;
  const range = file.tree.rangeIn(chunk, { start: at, end: at });
  return { range: range as NonNullable<typeof range>, newText: after ? `\n\n${text}` : `${text}\n\n` };
}

/** The declaration of a name in the file of its kind. */
export function declaration(scope: Scope, file: SourceFile, kind: string, name: string): Edits | undefined {
  if (!isDeclarable(kind) || !isId(name)) return undefined;
  return { edits: [atEnd(homeOf(kind, scope, file), `${declared(kind, name, titleOf(name))}\n`)] };
}

const isDeclarable = (kind: string): kind is Kind => isKind(kind) && mayStand(kind, undefined) && !['plan', 'framework', 'waive'].includes(kind);
const titleOf = (name: string): string => quote(name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]+/g, ' '));
