import { sectorTable, tasksIn } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { wholeOf } from '../accountability/_tasks.ts';
import { isOver } from '../coverage/_plan.ts';
import { Called, listed, rule } from '../rule.ts';
import { busengdal, osce } from '../sources.ts';
import { type Body, seated, seatedInWords, titles } from './_people.ts';
import { type Forum, forumsOf, stagesOf } from './_stages.ts';

export default rule({
  id: 'participation/sector-not-in-process',
  severity: 'warning',
  summary: 'A sector has duties, and the office that leads it sits in no body of the plan.',
  why: 'Who was not there when the plan was made reads in it what others want of him. Departments come to mean the same by "integration" by planning together, and that takes time around one table.',
  grounding: [
    {
      cite: busengdal('Results › Shared understandings'),
      finding: 'The administration had no common understanding until more time was given to planning together.',
    },
    { cite: osce('1'), finding: 'Every portfolio that matters for integration should have its place in an ordered coordination.' },
  ],
  gathered: 'have duties, and those who lead them sit in no body of the plan',
  good: [
    'sector housing "Housing" {\n  lead homes\n  measure course "Tenancy course"\n}\nactor homes "Housing office" { type department }\nbody group "Steering group" { kind steering; members homes }',
    '# The office sits there with the department that it belongs to.\nsector housing "Housing" {\n  lead homes\n  measure course "Tenancy course"\n}\nactor homes "Housing office" { type department; part of town }\nactor town "Town" { type municipality }\nbody group "Steering group" { kind steering; members town }',
    '# All departments take part.\nsector housing "Housing" {\n  lead homes\n  measure course "Tenancy course"\n}\nactor homes "Housing office" { type department }\nactor all "Departments" { type department; each of "every department" }\nconsultation budget "Making of the budget" { involved in design; with all }',
    '# Where no body makes or coordinates the plan, that is told of elsewhere.\nsector housing "Housing" {\n  lead homes\n  measure course "Tenancy course"\n}\nactor homes "Housing office" { type department }\nbody council "Migrant council" { kind migrant-council; involved in design }',
    '# Who coordinates or reviews the plan is in it.\nplan town "Town" { level local; period 2025 to 2028; coordinator homes }\nsector housing "Housing" {\n  lead homes\n  measure course "Tenancy course"\n}\nactor homes "Housing office" { type department }\nactor school "School office" { type department }\nbody group "Steering group" { kind steering; members school }',
  ],
  bad: [
    'sector housing "Housing" {\n  lead homes\n  ^^^^^^^^^^ Sector "Housing" has duties, and Housing office, which leads it, does not sit in Steering group.\n  measure course "Tenancy course"\n}\nactor homes "Housing office" { type department }\nactor school "School office" { type department }\nbody group "Steering group" { kind steering; members school }',
  ],
  check(plan, report) {
    const forums = forumsOf(plan).filter(isOfTheProcess);
    const seats = new Set(forums.flatMap((forum) => seated(forum, plan)));
    if (isOver(plan) || seats.size === 0) return;
    for (const one of seats) if (one.is('body')) for (const member of seated(one, plan)) seats.add(member);
    for (const one of plan.findAll(plan.plan?.refs('coordinator', 'review', 'evaluated', 'adopted') ?? [])) seats.add(one);
    const words = forums.flatMap((forum) => (forum.kind === 'body' ? seatedInWords(forum as Body) : []));
    const spoken = words.join('\n').toLowerCase();
    const table = tableOf(seats, plan);
    for (const row of sectorTable(plan).values()) {
      const fact = row.sector.one('lead');
      const leads = plan.findAll(row.sector.refs('lead'));
      if (fact === undefined || leads.length === 0 || tasksIn(row).length === 0) continue;
      if (leads.some((lead) => hasSeat(lead, table, plan) || spoken.includes(lead.title.toLowerCase()))) continue;
      report({
        at: fact,
        about: row.sector,
        message: say`${Called(row.sector)} has duties, and ${listed(titles(leads))}, which leads it, does not sit in ${listed(titles(forums))}.`,
        instead: say`Give it a seat where the plan is made and coordinated.`,
        related: forums.slice(0, 5).map((forum) => ({ at: forum, message: say`The plan is made or coordinated here.` })),
      });
    }
  },
});

/** Where the plan is made and held together; a council of migrants is no place for departments. */
function isOfTheProcess(forum: Forum): boolean {
  const kind = forum.kind === 'body' ? (forum as Body).one('kind')?.value : undefined;
  return kind !== 'migrant-council' && (kind === 'coordination' || kind === 'steering' || stagesOf(forum).includes('design'));
}

/** Those who sit at the table, the organisations they are part of, and the types of which everybody is called. */
interface Table {
  readonly seats: ReadonlySet<Declaration>;
  readonly wholes: ReadonlySet<Declaration>;
  readonly classes: ReadonlySet<unknown>;
}

function tableOf(seats: ReadonlySet<Declaration>, plan: Scope): Table {
  const classes = [...seats].filter((seat) => seat.is('actor', 'partner') && seat.has('each of')).map(typeOf);
  return { seats, wholes: new Set([...seats].flatMap((seat) => [...wholesOf(seat, plan)])), classes: new Set(classes) };
}

const typeOf = (one: Declaration): unknown => (one.is('actor', 'partner') ? one.one('type')?.value : undefined);

/** Whether an office sits there: itself, with what it is part of, by a part of its own, or as one of a class. */
function hasSeat(lead: Declaration, { seats, wholes, classes }: Table, plan: Scope): boolean {
  const type = typeOf(lead);
  return wholes.has(lead) || (type !== undefined && classes.has(type)) || [...wholesOf(lead, plan)].some((whole) => seats.has(whole));
}

/** An organisation and everything that it is part of. */
function wholesOf(one: Declaration, plan: Scope): ReadonlySet<Declaration> {
  const found = new Set<Declaration>();
  for (let at: Declaration | undefined = one; at !== undefined && !found.has(at); at = wholeOf(at, plan)) found.add(at);
  return found;
}
