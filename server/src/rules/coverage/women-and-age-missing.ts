import { rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { spoken, work } from './_layers.ts';

export default rule({
  id: 'coverage/women-and-age-missing',
  severity: 'warning',
  absence: true,
  summary: 'The plan speaks of nobody as woman or man, young or old.',
  why: 'Men and women, children and elders meet different doors. A plan that speaks of "refugees" alone is made for a grown man in good health, without anybody having wanted that.',
  grounding: [
    { cite: osce('on gender'), finding: 'Policies that are blind to gender miss what women and men need.' },
    { cite: osce('on age and special needs'), finding: 'The needs of the young and the old come late or not at all.' },
  ],
  good: [
    `measure cafe "Café for women" { lead office }
measure youth "Youth club" { lead office }
measure m "Course" { lead office }
actor office "Office" { type department }`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ Nothing in plan "A" speaks of women or men, nor of age.
measure m1 "Course" { lead office }
measure m2 "Work" { lead office }
measure m3 "Homes" { lead office }
actor office "Office" { type department }`,
  ],
  check(plan, report) {
    if (plan.plan === undefined || work(plan).length < 3) return;
    const words = spoken(plan);
    const splits = new Set(plan.of('indicator').flatMap((indicator) => indicator.all('broken down by').flatMap((fact) => fact.value ?? [])));
    const gender = splits.has('gender') || /\b(?:wom[ae]n|m[ae]n|girls?|boys?|mothers?|fathers?|gender|female|male)\b/.test(words);
    const age =
      splits.has('age') ||
      plan.of('group').some((group) => group.one('age') !== undefined) ||
      /\b(?:child(?:ren|hood)?|youth|young|minors?|elder(?:ly)?|old(?:er)?|age[ds]?|pupils?|kindergartens?|schools?|famil(?:y|ies)|adolescents?|students?)\b/.test(
        words,
      );
    if (gender && age) return;
    const missing = !gender && !age ? 'women or men, nor of age' : gender ? 'age' : 'women or men';
    report({
      at: plan.plan,
      message: `Nothing in plan "${plan.title}" speaks of ${missing}.`,
      instead: 'Name the groups whose needs differ, or break indicators down by gender and age.',
    });
  },
});
