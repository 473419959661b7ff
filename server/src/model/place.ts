import type { Declaration, Fact } from './declaration.ts';
import { daysOf } from './observations.ts';
import type { Scope } from './scope.ts';
import { isReceiving } from './tasks.ts';

// Where a plan is made: what is right in one country or in a large town may be wrong in another, or more than a small one needs.

/** The country of a plan: the one it says, else that of the nearest plan above that says one, else the one that is configured. */
export function countryOf(plan: Scope, jurisdiction: string | undefined): string | undefined {
  for (const scope of [plan, ...plan.ancestors]) {
    const said = scope.plan?.one('country')?.value;
    if (said !== undefined) return said.toUpperCase();
  }
  return jurisdiction;
}

/** Units that count something other than people. */
const NO_PEOPLE = /^(?:percent|points|index|households?|famil(?:y|ies)|fte)\b/i;

/** How many people live in the place: the latest size of the largest group of the receiving society, where the plan gives one for each. */
export function residentsOf(plan: Scope): number | undefined {
  const sizes = plan
    .of('group')
    .filter(isReceiving)
    .filter((group) => group.all('size').length > 0)
    .map((group) => latestSize(group, plan));
  return sizes.length === 0 || sizes.includes(undefined) ? undefined : Math.max(...(sizes as number[]));
}

function latestSize(group: Declaration<'group'>, plan: Scope): number | undefined {
  const day = (fact: Fact<{ on?: Parameters<typeof daysOf>[0] }>) => (fact.value?.on === undefined ? '9999' : daysOf(fact.value.on, plan).end);
  const [latest] = [...group.all('size')].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  const quantity = latest?.value?.quantity;
  return quantity === undefined || NO_PEOPLE.test(quantity.unit ?? '') ? undefined : quantity.number;
}

/** Whether a place is known to have no more residents than that. */
export function isSmall(plan: Scope, most: number): boolean {
  const residents = residentsOf(plan);
  return residents !== undefined && residents <= most;
}

/** Whether one person in a small place holds the threads: the research found that this can take the part of a coordinator there. */
export function hasKeyPerson(plan: Scope, most: number): boolean {
  if (!isSmall(plan, most)) return false;
  const leads = new Set(plan.of('responsibility', 'measure').flatMap((task) => plan.findAll(task.refs('lead', 'accountable'))));
  return plan.of('actor').some((actor) => actor.one('type')?.value === 'post' && leads.has(actor));
}
