import type { Quantity } from '../../language/amounts.ts';
import type { Declaration } from '../../model/declaration.ts';
import { groupsOf, isReceiving, measuresOf, type Task } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { isOver } from './_plan.ts';

const PEOPLE = /^(?:persons?|people|participants?|learners?|pupils?|students?|refugees?|newcomers?|migrants?|residents?)$/i;
const PLACES = /^(?:places?|seats?|beds?|course places?)$/i;
const HOUSEHOLDS = /^(?:households?|families|family)$/i;
const HOMES = /^(?:homes?|dwellings?|apartments?|flats?|houses?)$/i;

export default rule({
  id: 'coverage/fewer-places-than-people',
  severity: 'information',
  thorough: true,
  summary: 'A measure has fewer places than there are people it is for.',
  why: 'Not everybody needs every course. Where places are few, somebody decides who comes first, and a waiting list decides for those who ask late. The plan should say which it is.',
  grounding: [
    { cite: nordic('chapter on Denmark'), finding: 'For want of volunteers refugees stood on a waiting list in the first years of a programme.' },
    { cite: wholeComm('3.1'), finding: 'There are too few homes, so that people wait in reception who could begin.' },
  ],
  gathered: 'have fewer places than people they are for',
  good: [
    'group new "Newcomers" { size 40 persons on 2024 }\nmeasure course "Course" { for new; output 60 places }',
    '# Homes hold more than one person, so that the two are not compared.\ngroup new "Newcomers" { size 90 persons on 2024 }\nmeasure homes "Homes" { for new; output 30 homes }',
    '# A risk that is named is known.\ngroup new "Newcomers" { size 320 persons on 2024 }\nmeasure course "Course" { for new; output 60 places; risk "Waiting list; parents of small children come first" }',
  ],
  bad: [
    'group new "Newcomers" { size 320 persons on 2024 }\nmeasure course "Course" { for new; output 60 places }\n        ^^^^^^ Measure "Course" has 60 places for 320 people: "Newcomers".',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const measure of measuresOf(plan)) {
      if (measure.has('risk')) continue;
      const groups = groupsOf(measure as Declaration as Task, plan).filter((group) => !isReceiving(group));
      for (const fact of measure.all('output')) {
        const output = fact.value as string | Quantity | undefined;
        if (typeof output !== 'object' || output.unit === undefined) continue;
        const counted = PLACES.test(output.unit) || PEOPLE.test(output.unit) ? PEOPLE : HOMES.test(output.unit) ? HOUSEHOLDS : undefined;
        const people = counted === undefined ? undefined : sizeOf(groups, counted);
        if (people === undefined || people <= output.number) continue;
        report({
          at: measure,
          message:
            counted === PEOPLE
              ? say`${Called(measure)} has ${output.number} ${output.unit} for ${people} people: ${listed(groups.map((group) => `"${group.title}"`))}.`
              : say`${Called(measure)} has ${output.number} ${output.unit} for ${people} households: ${listed(groups.map((group) => `"${group.title}"`))}.`,
          instead: say`Say who comes first and what becomes of the others, with "risk" or a group of its own, or plan for more.`,
        });
      }
    }
  },
});

/** How many belong to groups, by their newest sizes; unknown where one of them gives no size of that sort. */
function sizeOf(groups: readonly Declaration<'group'>[], counted: RegExp): number | undefined {
  let sum = 0;
  for (const group of groups) {
    const size = group.all('size').at(-1)?.value?.quantity;
    if (size?.unit === undefined || !counted.test(size.unit)) return undefined;
    sum += size.number;
  }
  return groups.length === 0 ? undefined : sum;
}
