import type { Milestone } from '../../language/forms.ts';
import { aimFact } from '../../model/aims.ts';
import type { Fact } from '../../model/declaration.ts';
import { measuring } from '../../model/measuring.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { isCounted } from './_figures.ts';

export default rule({
  id: 'monitoring/vague-target',
  severity: 'error',
  absence: true,
  summary: 'A target names no value, or no date by which it is to be reached.',
  why: '"More refugees in work" is met by one more, and "at least 60%" is never missed if no day comes on which it is looked at. A value and a date are what makes a wish a target.',
  grounding: [
    {
      cite: wholeComm('4.1.3'),
      finding: 'A local plan asked for "an increased percentage" and named neither value nor baseline, so that its success could not be judged.',
    },
  ],
  gathered: 'have no value or no date',
  good: [
    'target jobs "More in work" { at least 60% by 2028 }',
    'target jobs "In work soon" { at least 40% 2 years after arrival }',
    'target arrears "Rent arrears stay few" { at most 5% ongoing }',
    '# It is said already that the line of the value is misspelt.\ntarget jobs "More in work" { atleast 60% by 2028 }\ntarget homes "More homes" { at leest 40% by 2028 }',
    '# What is described has no value.\ntarget trust "Neighbours know each other" { measured by stories }\nindicator stories "What residents say of each other" { qualitative yes }',
  ],
  bad: [
    'target jobs "More in work" {\n       ^^^^ Target "More in work" names no value to be reached.\n  measured by employment\n}\nindicator employment "Employment rate" { unit percent }',
    'target jobs "More in work" {\n  at least 60%\n  ^^^^^^^^^^^^ Target "More in work" does not say by when.\n}',
    'target jobs "More in work" {\n  at least 60% by 2028\n  milestone at least 55%\n  ^^^^^^^^^^^^^^^^^^^^^^ A milestone of target "More in work" does not say by when.\n}',
  ],
  check(plan, report) {
    const end = plan.plan?.one('period')?.value?.to?.text;
    for (const target of plan.of('target')) {
      const fact = aimFact(target);
      if (fact === undefined || fact.tbd !== undefined) {
        const indicators = measuring(target, plan);
        if (fact === undefined && indicators.length > 0 && !indicators.some(isCounted)) continue;
        report({
          at: target,
          message: say`${Called(target)} names no value to be reached.`,
          instead: say`Write the value and the date: at least 60% by 2028.`,
          ...(fact?.tbd && { tbd: fact.tbd }),
        });
      } else if (fact.value !== undefined && fact.value.deadline === undefined) {
        report({
          at: fact,
          about: target,
          message: say`${Called(target)} does not say by when.`,
          instead: say`Add the date: by ${end ?? 2028}.`,
          ...(end !== undefined && { fix: addDate(fact, end) }),
        });
      }
      for (const milestone of target.all('milestone') as readonly Fact<Milestone>[]) {
        if (milestone.value === undefined || milestone.value.deadline !== undefined) continue;
        report({
          at: milestone,
          about: target,
          message: say`A milestone of ${called(target)} does not say by when.`,
          instead: say`Add the date that it belongs to.`,
        });
      }
    }
  },
});

function addDate(fact: Fact, end: string) {
  const at = fact.node.values.at(-1)?.end ?? fact.node.head.end;
  return { title: say`Add "by ${end}"`, node: fact.node, edits: [{ span: { start: at, end: at }, text: ` by ${end}` }] };
}
