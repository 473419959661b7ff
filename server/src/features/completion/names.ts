import type { Kind } from '../../language/vocabulary.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { ICONS } from '../icons.ts';
import type { Offer } from './item.ts';
import type { Place } from './place.ts';

const MOST_ELSEWHERE = 200;
/** What one looks for in plans that are not above one's own: duties given by other laws, and what frameworks hold that the plan does not use. */
const FAR: readonly string[] = ['mandate', 'item', 'indicator'];
const isElsewhere = (kind: string, from: Scope): boolean => FAR.includes(kind) && (kind !== 'indicator' || from.kind === 'framework');

/** The names that may be written here: the plan's own first, then those of the plans above and of its frameworks. */
export function nameOffers(place: Place, kinds: readonly string[]): Offer[] {
  const { scope, typed } = place;
  const dot = typed.lastIndexOf('.');
  if (dot > 0) return qualifiedOffers(place, typed.slice(0, dot), kinds);
  const taken = new Set(place.before.map((token) => token.image));
  const own = place.inside?.values[0]?.image;
  const sector = place.inside?.parent?.kind === 'sector' ? place.inside.parent.values[0]?.image : undefined;
  const offers = new Map<string, Offer>();
  const add = (found: Declaration, from: Scope, rank: number, name = found.id) => {
    if (name === '' || offers.has(name) || taken.has(name) || (rank === 0 && name === own)) return;
    const near = sector !== undefined && from === scope && found.parent?.kind === 'sector' && found.parent.id === sector;
    offers.set(name, { ...offerOf(found, from, scope, rank, name), ...(near ? { near } : {}) });
  };
  const seen = [scope, ...scope.ancestors, ...scope.frameworks];
  for (const from of seen) {
    const rank = from === scope ? 0 : from.kind === 'plan' ? 1 : 2;
    for (const found of from.of(...(kinds as readonly Kind[]))) add(found, from, rank);
  }
  const others = scope.all?.list ?? [];
  const far = kinds.some((kind) => FAR.includes(kind));
  for (const from of others) {
    if (from.head !== undefined && from !== scope && kinds.includes(from.kind)) add(from.head, from, 1);
    if (!far || offers.size >= MOST_ELSEWHERE || from.id === '' || seen.includes(from)) continue;
    for (const found of from.of(...(kinds.filter((kind) => isElsewhere(kind, from)) as Kind[]))) add(found, from, 3, `${from.id}.${found.id}`);
  }
  return [...offers.values()];
}

/** After `norway.`: what that plan declares. */
function qualifiedOffers(place: Place, plan: string, kinds: readonly string[]): Offer[] {
  const from = place.scope.named(plan);
  if (from === undefined) return [];
  return [...from.names.values()].filter((found) => kinds.includes(found.kind)).map((found) => offerOf(found, from, place.scope, 0, `${plan}.${found.id}`));
}

function offerOf(found: Declaration, from: Scope, scope: Scope, rank: number, name: string): Offer {
  const about = found.facts.find((fact) => fact.word === 'about')?.value;
  return {
    label: name,
    kind: ICONS[found.kind as Kind].completion,
    title: found.title,
    name: true,
    says: from === scope || found === from.head ? found.kind : `${found.kind} · ${from.title}`,
    detail: from === scope || found === from.head ? found.kind : `${found.kind} of ${from.title}`,
    ...(typeof about === 'string' ? { doc: about } : {}),
    rank,
  };
}
