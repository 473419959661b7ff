import type { Declaration } from '../../model/declaration.ts';
import { measuring } from '../../model/measuring.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

/** Words, in the languages that plans here are written in, by which a figure shows that it looks at the kind of work and not only at having any. */
const QUALITY = new RegExp(
  'qualit|qualif|kvalit|kvalif|kwalit|kwalif|skill|match|suitab|permanent|sustain|retention|retain|keep|kept|stay|after (?:one|two|three|\\d+)|wage|salar|income|earn|contract|full.?time|hours|satisf|decent|career|promot|over.?educat|' +
    'passend|duurza|vast |loon|lønn|lön|løn|fast |varig|inntekt|inkomst|indkomst|heltid|trivsel|arbeidsmilj|arbetsmilj|angemessen|dauerhaft|unbefrist|lohn|gehalt|einkommen|vollzeit|pysyv|laatu|palkka|durable|salaire|revenu|emploi stable',
  'iu',
);

export default rule({
  id: 'monitoring/speed-only-target',
  severity: 'information',
  summary: 'The plan counts how many find work, and never whether the work fits or lasts.',
  why: 'Where only the number in work counts, the quickest job is the best one. Engineers then clean, courses are broken off, and a year later many are back. A second figure (the share still in work after a year, in work of their trade, with a lasting contract) makes the first honest.',
  grounding: [
    {
      cite: wholeComm('4.1.2'),
      finding: 'Many refugees were led into unskilled or low-skilled work because getting them into work quickly was what counted.',
    },
    { cite: wholeComm('5.2'), finding: 'The report recommends to revise the rule of work first.' },
  ],
  good: [
    'sector work "Work" {\n  field work\n  target jobs "In work" { measured by employment; at least 60% by 2028 }\n  indicator employment "Employment rate" { unit percent }\n  indicator match "In work that matches their qualification" { unit percent }\n}',
    'sector work "Work" {\n  field work\n  target lasting "Still in work after one year" { at least 60% by 2028 }\n}',
    'sector work "Work" {\n  field work, education\n  indicator employment "Employment rate" { unit percent }\n}',
  ],
  bad: [
    'sector work "Work" {\n  field work\n  target jobs "In work within a year" {\n         ^^^^ Target "In work within a year" counts how many find work; nothing in sector "Work" shows whether it fits or lasts.\n    at least 60% by 2028\n  }\n}',
  ],
  check(plan, report) {
    for (const sector of plan.of('sector')) {
      if (!sector.all('field').some((fact) => fact.value?.includes('work') && fact.value.length === 1)) continue;
      const targets = sector.childrenOf('target');
      const first = targets[0];
      if (first === undefined) continue;
      const measuredBy = targets.flatMap((target) => measuring(target, plan));
      if ([...targets, ...sector.childrenOf('indicator'), ...measuredBy].some((one) => QUALITY.test(said(one)))) continue;
      report({
        at: first,
        about: first,
        message: say`${Called(first)} counts how many find work; nothing in sector "${sector.title}" shows whether it fits or lasts.`,
        instead: say`Add an indicator of the kind of work: still in work after a year, in work of their trade, with a lasting contract.`,
        related: related(first, plan),
      });
    }
  },
});

/** Everything that a target or an indicator says of itself. */
const said = (one: Declaration): string =>
  [
    one.title,
    ...one.facts.flatMap((fact) =>
      typeof fact.value === 'string' && ['about', 'definition', 'numerator', 'unit', 'method'].includes(fact.word) ? [fact.value] : [],
    ),
  ].join(' ');

const related = (target: Declaration<'target'>, plan: Scope) =>
  measuring(target, plan)
    .slice(0, 3)
    .map((indicator) => ({ at: indicator, message: say`What is measured: "${indicator.title}".` }));
