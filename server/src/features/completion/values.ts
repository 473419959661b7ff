import { CompletionItemKind } from 'vscode-languageserver';
import { CURRENCIES } from '../../language/currencies.ts';
import type { Day } from '../../language/dates.ts';
import type { Expectation } from '../../language/shape.ts';
import type { Row } from '../../language/vocabulary.ts';
import { wanted } from '../../language/wanted.ts';
import { isNumber } from '../../model/read.ts';
import { RULES } from '../../rules/rules.ts';
import { language, told } from '../../text/say.ts';
import { dateOffers, deadlineOffers } from './dates.ts';
import { declareOffers } from './declare.ts';
import type { Abilities, Offer } from './item.ts';
import { nameOffers } from './names.ts';
import { expectedAfter, type Place } from './place.ts';

/** What may come next in a statement, after the values that stand before the caret. */
export function valueOffers(place: Place, abilities: Abilities, today: Day | undefined): Offer[] {
  const { statement, before } = place;
  const row = statement.row;
  if (statement.kind === 'waive' && before.length === 0)
    return RULES.map((rule) => ({ label: rule.id, kind: CompletionItemKind.Constant, doc: told(rule.summary), detail: rule.severity, rank: 0 }));
  if (row === undefined && statement.kind !== 'waive') return [];
  const { expectations, begun } = expectedAfter(row, before);
  // What was not understood may be a phrase of which the last words are missing, or a number without its unit.
  if (begun.length > 0) return unique([...begunOffers(expectations, begun), ...(row === undefined ? [] : afterNumber(place, row))]);
  const offers = expectations.flatMap((expectation) => expectedOffers(expectation, place, abilities, today));
  if (today !== undefined && abilities.snippets && expectations.some(({ words }) => words?.some(({ word }) => word === 'within') === true))
    offers.push(...deadlineOffers(place, today));
  if (row !== undefined) offers.push(...afterNumber(place, row));
  return unique(offers);
}

/** Phrases of several words of which the first are typed. */
function begunOffers(expectations: readonly Expectation[], begun: readonly { image: string; start: number }[]): Offer[] {
  const typed = `${begun.map((token) => token.image).join(' ')} `;
  const words = expectations.flatMap((expectation) => expectation.words ?? []);
  return unique(
    words
      .filter(({ word }) => word.startsWith(typed))
      .map(({ word, doc }) => ({
        label: word,
        kind: CompletionItemKind.Keyword,
        rank: 0,
        from: (begun[0] as { start: number }).start,
        ...(doc === undefined ? {} : { doc }),
      })),
  );
}

function expectedOffers(expectation: Expectation, place: Place, abilities: Abilities, today: Day | undefined): Offer[] {
  const offers: Offer[] = (expectation.words ?? []).map(({ word, doc }) => ({
    label: word,
    kind: CompletionItemKind.EnumMember,
    rank: 3,
    ...(doc === undefined ? {} : { doc }),
  }));
  if (expectation.kinds !== undefined) offers.push(...nameOffers(place, expectation.kinds), ...declareOffers(place, expectation.kinds, abilities));
  if (expectation.sample === '"…"')
    offers.push({
      label: '"…"',
      kind: CompletionItemKind.Text,
      detail: wanted(expectation),
      rank: 6,
      ...(abilities.snippets ? { text: '"$1"$0', snippet: true } : { text: '""' }),
    });
  else if (expectation.sample === '2027-12-31' && today !== undefined) offers.push(...dateOffers(place, today));
  else if (expectation.sample !== undefined) offers.push({ label: expectation.sample, kind: CompletionItemKind.Value, detail: wanted(expectation), rank: 5 });
  return offers;
}

/** After a number stand a currency where money is meant, else a unit: those that the plan uses, and some that many do. */
function afterNumber(place: Place, row: Row): Offer[] {
  const last = place.before.at(-1);
  if (last === undefined || !(isNumber(last.image) || /^(?:thousand|million|billion)$/.test(last.image)) || last.image.endsWith('%')) return [];
  const upTo = place.before.findLastIndex((token) => isNumber(token.image));
  const wanted = expectedAfter(row, place.before.slice(0, upTo)).expectations.map(({ sample }) => sample ?? '');
  const offers: Offer[] = [];
  if (wanted.some((sample) => sample.includes('NOK'))) {
    const own = currencyOf(place);
    for (const code of CURRENCIES)
      offers.push({ label: code, kind: CompletionItemKind.Unit, detail: currencyName(code), rank: code === own ? 1 : 4, preselect: code === own });
  }
  if (wanted.some((sample) => sample === '55%')) for (const unit of unitsIn(place)) offers.push({ label: unit, kind: CompletionItemKind.Unit, rank: 4 });
  if (wanted.some((sample) => sample === '10 weeks'))
    for (const unit of ['days', 'weeks', 'months', 'quarters', 'years']) offers.push({ label: unit, kind: CompletionItemKind.Unit, rank: 2 });
  return offers;
}

const currencyOf = ({ scope }: Place): string | undefined =>
  [scope, ...scope.ancestors].map((plan) => plan.plan?.one('currency')?.value).find((code) => code !== undefined);

let names: Intl.DisplayNames | undefined;
/** The name of a currency in the language that is spoken, from the data that come with the host. */
function currencyName(code: string): string {
  names ??= new Intl.DisplayNames([language()], { type: 'currency', fallback: 'code' });
  return names.of(code) ?? code;
}

function unitsIn({ scope }: Place): ReadonlySet<string> {
  const used = scope
    .of('indicator')
    .map((indicator) => indicator.one('unit')?.value)
    .filter((unit): unit is string => unit !== undefined);
  return new Set([...used, 'percent', 'points', 'persons', 'households', 'fte', 'hours per week', 'days', 'months']);
}

function unique(offers: readonly Offer[]): Offer[] {
  const seen = new Map<string, Offer>();
  for (const offer of offers) {
    const key = offer.also === undefined ? offer.label : `${offer.label} ${offer.detail}`;
    if (!seen.has(key)) seen.set(key, offer);
  }
  return [...seen.values()];
}
