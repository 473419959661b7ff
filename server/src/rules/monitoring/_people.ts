import { inPercent } from '../../model/aims.ts';
import type { Indicator } from './_figures.ts';

const PEOPLE = /^(?:persons?|people|participants?|learners?|pupils?|students?|refugees?|newcomers?|migrants?|residents?|households?)$/i;
/** What begins with these counts no people: `Share of schools with …`, `Dwellings that …`. */
const THINGS =
  /^(?:(?:share|percentage|proportion|number) of )?(?:\p{L}+ )?(?:municipalit(?:y|ies)|cit(?:y|ies)|schools?|departments?|offices?|services?|organisations?|dwellings?|contracts?|plans?|budgets?|measures?|employers?|companies|firms|clubs|libraries)\b/iu;

/** Whether an indicator counts people or a share of them. Of a percentage that is taken for granted unless its words speak of something else. */
export function countsPeople(indicator: Indicator): boolean {
  const unit = (indicator.one('unit')?.value as string | undefined) ?? '';
  if (PEOPLE.test(unit)) return true;
  if (!inPercent(indicator)) return false;
  const of = (indicator.one('denominator')?.value as string | undefined) ?? indicator.title;
  return !THINGS.test(of);
}
