import type { DateSpan, Day, Period } from '../language/dates.ts';
import { FIELDS, TYPES } from '../language/forms.ts';
import { aimFact, DOWN } from '../model/aims.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { inHalfAYear, someone } from '../rules/mend.ts';
import type { Place } from './completion/place.ts';

/** The declaration around a place, as the whole text has it. */
export function declarationIn(place: Place): Declaration | undefined {
  const at = place.inside?.head.start;
  const reading = place.file.readings[place.file.tree.chunks.indexOf(place.chunk)];
  const look = (level: readonly Declaration[]): Declaration | undefined => {
    for (const one of level) {
      if (one.node.head.start === at) return one;
      const inner = look(one.children);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  return at === undefined ? undefined : look(reading?.declarations ?? []);
}

/** What a plan itself suggests for a statement of a declaration; `undefined` where only the writer can know. */
export function suggestion(one: Declaration, scope: Scope, word: string, today: Day): string | undefined {
  const sector = scope.sectorOf(one) ?? (one.is('sector') ? (one as Declaration<'sector'>) : undefined);
  const title = `${one.id.replaceAll('-', ' ')} ${one.title}`.toLowerCase();
  const says = (...words: readonly string[]) => words.find((known) => new RegExp(`(?<!\\p{L})${known.replaceAll('-', '[ -]')}`, 'u').test(title));
  switch (word) {
    case 'lead':
    case 'accountable':
    case 'responsible':
    case 'owner':
      return someone(scope, one, '') || undefined;
    case 'coordinator':
      return scope.of('actor').find((actor) => /coordinat/i.test(`${actor.id} ${actor.title}`))?.id;
    case 'field':
      return says(...FIELDS);
    case 'type':
      return says(...TYPES) ?? (/\b(?:office|unit|division)\b/.test(title) ? 'department' : undefined);
    case 'serves':
      return firstFree(one, sector?.childrenOf('target') ?? scope.of('target'), scope.of('measure'), 'serves', scope);
    case 'measured by':
      return firstFree(one, sector?.childrenOf('indicator') ?? scope.of('indicator'), scope.of('target'), 'measured by', scope);
    case 'for':
      return (
        sector
          ?.refs('groups')
          .map((ref) => ref.name)
          .join(', ') || undefined
      );
    case 'period':
      return one.kind === 'plan' ? `${today.slice(0, 4)} to ${Number(today.slice(0, 4)) + 3}` : written(scope.plan?.one('period'));
    case 'deadline': {
      const end = (scope.plan?.one('period')?.value as Period | undefined)?.to;
      return end === undefined ? undefined : `by ${end.text}`;
    }
    case 'status':
      return one.kind === 'plan'
        ? 'draft'
        : one.kind === 'measure' || one.kind === 'responsibility'
          ? begins(one, scope) > today
            ? 'planned'
            : 'ongoing'
          : undefined;
    case 'unit':
      return /\b(?:share|percent|percentage|proportion|rate)\b/.test(title)
        ? 'percent'
        : /\b(?:number of|persons|people)\b/.test(title)
          ? 'persons'
          : undefined;
    case 'direction':
      return directionOf(one, scope);
    case 'baseline':
      return `tbd until ${inHalfAYear(today)}`;
    case 'frequency':
    case 'review':
      return 'yearly';
    case 'meets':
      return 'quarterly';
    case 'force':
      return 'must';
    default:
      return undefined;
  }
}

const written = (fact: { readonly node: Declaration['node'] } | undefined): string | undefined => fact?.node.values.map((token) => token.image).join(' ');

/** The first that nobody names yet, else the first. */
function firstFree(own: Declaration, some: readonly Declaration[], by: readonly Declaration[], word: string, scope: Scope): string | undefined {
  const named = new Set(by.filter((one) => one !== own).flatMap((one) => scope.findAll(one.refs(word as never))));
  return (some.find((one) => one.idToken !== undefined && !named.has(one)) ?? some.find((one) => one.idToken !== undefined))?.id;
}

function begins(one: Declaration, scope: Scope): Day {
  const period = (one.facts.find((fact) => fact.word === 'period')?.value ?? scope.plan?.one('period')?.value) as Period | undefined;
  return (period?.from as DateSpan | undefined)?.start ?? '';
}

/** Which way is better, as the targets that the indicator measures have it. */
function directionOf(indicator: Declaration, scope: Scope): string | undefined {
  const target = scope.of('target').find((one) => scope.findAll(one.refs('measured by')).includes(indicator));
  const form = target === undefined ? undefined : aimFact(target)?.word;
  return form === undefined ? undefined : form === 'exactly' ? 'hold' : DOWN.has(form as never) ? 'decrease' : 'increase';
}
