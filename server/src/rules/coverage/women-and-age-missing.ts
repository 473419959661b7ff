import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic, osce } from '../sources.ts';
import { hasTakenShape, isWhole } from './_plan.ts';
import { AGE, GENDER, wordsOf } from './_words.ts';

export default rule({
  id: 'coverage/women-and-age-missing',
  severity: 'warning',
  absence: true,
  summary: 'The plan speaks of nobody as woman or man, young or old.',
  why: 'Men and women, children and elders meet different doors. A plan that speaks of "refugees" alone is made for a grown man in good health, without anybody having wanted that.',
  grounding: [
    { cite: osce('4'), finding: 'Policies have to know how many of the migrants are women, and what their position is in law, society and the labour market.' },
    { cite: osce('4'), finding: 'The ages of migrants, with what follows for school and care, and the needs that flight leaves behind belong into a policy.' },
    { cite: nordic('introduction'), finding: 'Older immigrants grow in number, and taking part matters for their health.' },
  ],
  good: [
    'measure cafe "Café for women"\nmeasure club "Youth club"\nmeasure course "Language course"',
    '# Groups and figures speak too.\ngroup young "Newcomers up to 25" { age 16 to 25 }\nindicator jobs "In work" { unit percent; broken down by gender }\nmeasure cafe "Café"\nmeasure club "Club"\nmeasure course "Course"',
    '# A plan that has hardly begun is left in peace.\nmeasure cafe "Café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Nothing in plan "Town" speaks of women or men, or of any age.\nmeasure course "Language course"\nmeasure cafe "Job café"\nmeasure homes "Tenancy course"',
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Nothing in plan "Town" speaks of any age.\nmeasure course "Language course for women"\nmeasure cafe "Job café"\nmeasure homes "Tenancy course"',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !hasTakenShape(plan)) return;
    const spoken = spokenOf(plan);
    if (spoken.gender && spoken.age) return;
    const missing = spoken.gender ? say`any age` : spoken.age ? say`women or men` : say`women or men, or of any age`;
    report({
      at: plan.head,
      message: say`Nothing in plan "${plan.title}" speaks of ${missing}.`,
      instead: say`Name the groups whose needs differ, say their "age", or break indicators down by gender and age.`,
    });
  },
});

/** Whether any measure, group, aim or figure speaks of women or men, and of an age. */
function spokenOf(plan: Scope): { gender: boolean; age: boolean } {
  const groups = new Set<Declaration>(plan.of('group'));
  for (const one of plan.of('sector', 'responsibility', 'measure', 'target'))
    for (const ref of one.refs(...(['groups', 'for'] as never[]))) {
      const found = plan.find(ref);
      if (found?.kind === 'group') groups.add(found);
    }
  let [gender, age] = [false, false];
  for (const one of [...groups, ...plan.of('responsibility', 'measure', 'goal', 'target', 'indicator')]) {
    if (gender && age) break;
    let words = wordsOf(one);
    for (const { word, value, parts } of one.facts) {
      if (word === 'broken down by') words += `\n${((value ?? []) as readonly string[]).join('\n')}`;
      for (const { category } of parts) words += `\n${category}`;
    }
    gender ||= GENDER.test(words);
    age ||= AGE.test(words) || one.facts.some((fact) => fact.word === 'age');
  }
  return { gender, age };
}
