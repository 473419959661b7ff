import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import type { Task } from '../accountability/_tasks.ts';
import { placeOf } from '../coverage/_plan.ts';
import { Called, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { agreementsWith, carryingOut, isInformal, type Partner, theTasks } from './_partners.ts';

export default rule({
  id: 'partners/task-without-agreement',
  severity: 'warning',
  absence: true,
  silencedAt: ['partners/informal-partner-unlinked'],
  summary: 'A partner carries out a task, and no agreement says so.',
  why: 'An office can be told what to do; a partner can only be asked. As long as nothing is agreed, the plan rests on goodwill: when the director changes or money gets short, the partner may turn to something else, and nobody has broken a word. Of an informal partner less is expected, since a loose form is part of what makes it easy to join.',
  grounding: [
    {
      cite: wholeComm('4.3.C.1'),
      finding: 'In one place the office that runs reception hardly cooperated; in another there was much cooperation that was never put on paper.',
    },
    { cite: nordic('chapter on Sweden'), finding: 'The public employment agency found it hard to give voluntary activities a formal shape.' },
    {
      cite: nordic('on pop-up activism and mentorship'),
      finding: 'A loose structure was a strength of a movement of volunteers: new members found it easy to join.',
    },
  ],
  gathered: 'carry out tasks without an agreement',
  good: [
    `measure cafe "Language café" { accountable office; responsible cross }
actor office "Office" { type department }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation 2025" { kind partnership; basis "Decision 12/25" }
}`,
    `# An agreement may stand by itself, with its parties.
measure homes "Homes" { accountable town; responsible trust }
actor town "Town" { type municipality }
partner trust "Housing trust" { type housing-provider }
agreement yearly "Performance agreement" { parties town, trust; kind performance }`,
    `# A loose group of volunteers is a strength where it is.
measure walks "Walks together" { accountable office; responsible walkers }
actor office "Office" { type department }
partner walkers "Walking neighbours" { type volunteer-group; role informal }`,
    `# The law binds it already.
responsibility house "House refugees" { accountable town; responsible trust; fulfils settle }
actor town "Town" { type municipality }
actor state "State" { type government }
partner trust "Housing trust" { type housing-provider }
mandate settle "Settle refugees" { from state; to local, trust; force must }`,
    `# It belongs to an authority.
measure jobs "Job training" { accountable town; responsible workshop }
actor town "Town" { type municipality }
partner workshop "Town workshop" { type service-provider; part of town }`,
    `# An association of municipalities acts for its members.
measure guide "Guide" { lead union }
partner union "Union of municipalities" { type association-of-municipalities; role formal }`,
    `# What organisations do among themselves is theirs to settle.
measure sport "Sport" { accountable union; responsible club }
partner union "Sports union" { type sports-club }
partner club "Sports club" { type sports-club }`,
  ],
  bad: [
    `measure cafe "Language café" { accountable office; responsible cross }
actor office "Office" { type department }
partner cross "Red Cross" { type ngo }
        ^^^^^ Partner "Red Cross" carries out measure "Language café" without an agreement.`,
    `plan town "Town" { level local; period 2025 to 2028; under state }
measure buddies "Buddies" {
  responsible cross
              ^^^^^ Partner "Red Cross" carries out measure "Buddies" without an agreement.
}
--- state/plan.iplan
plan state "State" { kind strategy; level national; period 2025 to 2030 }
partner cross "Red Cross" { type ngo }`,
  ],
  check(plan, report) {
    // A strategy may leave all agreements to those who act.
    if (plan.planKind === 'strategy' && plan.of('agreement').length === 0) return;
    for (const [partner, { tasks, place }] of carryingOut(plan)) {
      const asked = tasks.filter((task) => isAsked(partner, task, plan));
      if (asked.length === 0 || isLoose(partner) || isOwn(partner) || agreementsWith(partner, plan).length > 0) continue;
      if (plan.findAll(partner.refs('part of')).some((whole) => whole.kind === 'actor')) continue;
      report({
        at: placeOf(place),
        about: partner,
        lighter: isInformal(partner),
        message: say`${Called(partner)} carries out ${theTasks(asked)} without an agreement.`,
        instead: say`Declare the agreement in the partner, with its kind, its period and what was agreed.`,
        related: asked.slice(0, 5).map((task) => ({ at: task, message: say`It carries this out.` })),
      });
    }
  },
});

/** What the members of an association have it do, they have decided in it. */
const isOwn = (partner: Partner): boolean => ['association-of-municipalities', 'city-network'].includes(partner.one('type')?.value ?? '');

const isLoose = (partner: Partner): boolean => isInformal(partner) && partner.one('type')?.value === 'volunteer-group';

/** Whether a public authority counts on the partner here, and no law binds it. */
function isAsked(partner: Partner, task: Task, plan: Scope): boolean {
  const answering = plan.findAll(task.refs('accountable'));
  if (answering.length > 0 && answering.every((one) => one !== partner && (one.kind === 'partner' || one.kind === 'group'))) return false;
  const bound: readonly Declaration[] = plan.findAll(task.refs('fulfils')).flatMap((one) => (one.is('mandate') ? plan.findAll(one.refs('to', 'with')) : []));
  return !bound.includes(partner);
}
