import type { CompletionItem, Position } from 'vscode-languageserver';
import type { Workspace } from '../model/workspace.ts';
import { headOffers } from './completion/heads.ts';
import { type Abilities, itemOf } from './completion/item.ts';
import { atHead, placeAt } from './completion/place.ts';
import { valueOffers } from './completion/values.ts';

/** What may be written at a position. `asked` is false when a space alone brought the question up: then a line's beginning offers nothing. */
export function completion(workspace: Workspace, uri: string, position: Position, asked: boolean, abilities: Abilities): CompletionItem[] {
  const place = placeAt(workspace, uri, position);
  if (place === undefined) return [];
  const head = atHead(place);
  if (head && !asked) return [];
  // A statement that nobody knows may be the beginning of one whose head has several words.
  const unknown = !head && place.statement.row === undefined && place.statement.kind === undefined;
  const offers = head || unknown ? headOffers(place, abilities.snippets) : valueOffers(place, abilities.snippets);
  const fitting = unknown ? offers.filter((offer) => offer.from !== undefined) : offers;
  return fitting.map((offer) => itemOf(offer, place, abilities));
}
