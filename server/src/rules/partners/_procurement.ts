import { countryOf } from '../../model/place.ts';
import type { Scope } from '../../model/scope.ts';
import { language } from '../../text/say.ts';
import { isCivilSociety } from '../accountability/_tasks.ts';
import type { Context } from '../rule.ts';
import type { Agreement } from './_partners.ts';

// What the law makes of work that civil society does for public money differs from country to country.

/** The option of the rules that ask for it. */
export const procuring = {
  procuring: { default: 'NO', doc: 'The countries in which such work comes about through procurement only: two-letter codes, with spaces between.' },
} as const;

/** Whether the plan lies in a country in which paid work of civil society is procured. */
export const mustProcure = (plan: Scope, { options, jurisdiction }: Context): boolean =>
  String(options.procuring)
    .toUpperCase()
    .split(/[\s,]+/)
    .includes(countryOf(plan, jurisdiction) ?? '');

/** Whether money goes to an organisation of civil society by an agreement that is no contract and no grant. */
export const isPaidPartnership = (agreement: Agreement, plan: Scope): boolean => {
  if (!['partnership', 'letter-of-intent'].includes(agreement.one('kind')?.value ?? '') || !agreement.has('amount')) return false;
  const parties = plan.findAll(agreement.refs('parties'));
  return [...(agreement.parent === undefined ? [] : [agreement.parent]), ...parties].some(isCivilSociety);
};

/** The name of a country in the language that is spoken, from the data that come with the host. */
export const nameOf = (country: string): string => new Intl.DisplayNames([language()], { type: 'region', fallback: 'code' }).of(country) ?? country;
