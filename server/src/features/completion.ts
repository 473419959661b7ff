import type { CompletionItem, Position } from 'vscode-languageserver';
import type { Day } from '../language/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import { headOffers } from './completion/heads.ts';
import { type Abilities, itemsOf } from './completion/item.ts';
import { atHead, placeAt } from './completion/place.ts';
import { valueOffers } from './completion/values.ts';
import { cellOffers } from './tables.ts';

export interface Completions {
  readonly items: CompletionItem[];
  /** What is typed on decides what can be declared, so the editor has to ask again. */
  readonly isIncomplete: boolean;
}

const NOTHING: Completions = { items: [], isIncomplete: false };

/** What may be written at a position. `asked` is false when a space alone brought the question up: then a line's beginning offers nothing. */
export function completions(workspace: Workspace, uri: string, position: Position, asked: boolean, abilities: Abilities, today?: Day): Completions {
  const place = placeAt(workspace, uri, position);
  if (place === undefined) return { items: cellOffers(workspace, uri, position), isIncomplete: false };
  const head = atHead(place);
  if (head && !asked) return NOTHING;
  // A statement that nobody knows may be the beginning of one whose head has several words.
  const unknown = !head && place.statement.row === undefined && place.statement.kind === undefined;
  const offers = head || unknown ? headOffers(place, abilities.snippets) : valueOffers(place, abilities, today);
  const fitting = unknown ? offers.filter((offer) => offer.from !== undefined) : offers;
  return { items: itemsOf(fitting, place, abilities), isIncomplete: !head && fitting.some((offer) => offer.name === true) };
}

/** The same without the rest. */
export const completion = (...asked: Parameters<typeof completions>): CompletionItem[] => completions(...asked).items;
