import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { isCivilSociety } from '../accountability/_tasks.ts';
import { isOver } from '../coverage/_plan.ts';
import { listed, rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { takingPart, titles } from './_people.ts';

export default rule({
  id: 'participation/partners-all-alike',
  severity: 'warning',
  silencedBy: ['participation/religious-only'],
  summary: 'The organisations of civil society that take part are all of one type.',
  why: 'Sports clubs reach those who play, congregations those who believe, and large aid organisations those who come to them. A plan that works with one sort of organisation reaches one sort of people.',
  grounding: [{ cite: nordic('chapter on Norway'), finding: 'The organisations that take part are too much alike; more variety is asked for.' }],
  options: { least: { default: 3, doc: 'From so many organisations on they are compared.' } },
  good: [
    'measure cafe "Language café" { with cross, club, church }\npartner cross "Red Cross" { type ngo }\npartner club "Sports club" { type sports-club }\npartner church "Parish" { type religious-community }',
    '# Two are too few to tell.\nmeasure games "Games" { with one, two }\npartner one "Handball club" { type sports-club }\npartner two "Ski club" { type sports-club }',
    '# A project is about one thing.\nplan sport "Sport for all" { kind project; level local; period 2025 }\nmeasure games "Games" { with one, two, three }\npartner one "Handball club" { type sports-club }\npartner two "Ski club" { type sports-club }\npartner three "Football club" { type sports-club }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ The 3 organisations of civil society in plan "Town" are all of the type sports-club: Handball club, Ski club and Football club.\nmeasure games "Games" { with one, two, three }\npartner one "Handball club" { type sports-club }\npartner two "Ski club" { type sports-club }\npartner three "Football club" { type sports-club }',
  ],
  check(plan, report, { options }) {
    const { head } = plan;
    if (head === undefined || isOver(plan) || plan.planKind === 'project') return;
    const civil = [...new Set<Declaration>([...plan.of('partner'), ...takingPart(plan)])].filter(isCivilSociety);
    const types = new Set(civil.map((one) => one.one('type')?.value as string));
    if (civil.length < Number(options.least) || types.size !== 1) return;
    report({
      at: head,
      message: say`The ${civil.length} organisations of civil society in plan "${plan.title}" are all of the type ${[...types][0]}: ${listed(titles(civil))}.`,
      instead: say`Look for those that reach others: migrant organisations, clubs, congregations, cultural associations.`,
      related: civil.slice(0, 5).map((at) => ({ at, message: say`One of them.` })),
    });
  },
});
