import type { Answering, Budget } from '../../language/forms.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import { measuring } from '../../model/measuring.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { groupsOf, type Task } from '../../model/tasks.ts';
import { dueBy } from '../../rules/accountability/_tasks.ts';
import { currencyOf, sourcesOf } from '../../rules/funding/_money.ts';
import { periodOf } from '../../rules/funding/_time.ts';
import { say } from '../../text/say.ts';
import { amount, rounded } from '../figures.ts';
import { factsOf, joined, said, saidAll, titles } from '../say.ts';
import { day, number, tableKind, text } from '../table.ts';

/** The tasks of a plan, those of a sector together, those of the whole plan last. */
export function tasksInOrder(scope: Scope): readonly Task[] {
  const tasks = scope.of('responsibility', 'measure') as readonly Declaration[] as readonly Task[];
  const sectors = [...scope.of('sector'), undefined];
  return sectors.flatMap((sector) => tasks.filter((task) => scope.sectorOf(task) === sector));
}

/** Who answers: `Housing office`, `Housing office; Red Cross (jointly under Steering group)`. */
export function answers(task: Task, scope: Scope): string {
  const jointly = factsOf(task, 'accountable').map((fact) => fact.value as Answering | undefined);
  const under = jointly.flatMap((one) =>
    one?.jointly === true ? [one.under === undefined ? 'jointly' : say`jointly under ${titles([one.under], scope)}`] : [],
  );
  const names = titles([...jointly.flatMap((one) => one?.names ?? []), ...task.refs('lead')], scope);
  return under.length === 0 ? names : `${names} (${under.join('; ')})`;
}

/** The aims that a task serves, and what they are measured by. */
export function aimsOf(task: Task, scope: Scope): { readonly aims: readonly Declaration[]; readonly indicators: readonly Declaration[] } {
  const aims = task.is('measure') ? scope.findAll((task as Declaration<'measure'>).refs('serves')) : [];
  const indicators = aims.flatMap((aim) => (aim.is('target') ? measuring(aim as Declaration<'target'>, scope) : []));
  return { aims, indicators: [...new Set(indicators)] };
}

function budgetOf(task: Task, scope: Scope) {
  const budgets = factsOf(task, 'budget').flatMap((fact) => (fact.value === undefined ? [] : [fact.value as Budget]));
  const words = budgets.map(({ amount: money, in: year }) => {
    const sum = amount(money, currencyOf(money, scope));
    return year === undefined ? sum : say`${sum} in ${year.text}`;
  });
  const unknown = factsOf(task, 'budget').filter((fact) => fact.tbd !== undefined);
  const [only] = budgets;
  const single = budgets.length === 1 && only !== undefined ? only.amount : undefined;
  return {
    budget: joined([...words, ...unknown.map((fact) => said(fact, scope))]),
    amount: single && rounded(single.number),
    currency: single && currencyOf(single, scope),
    per: single?.per.join(say` per `),
    funds: joined(sourcesOf(task, scope).map(({ fund }) => fund.title)),
  };
}

export const actions = tableKind({
  id: 'actions',
  title: 'Action plan',
  about: 'What the plan does: its measures and standing responsibilities, who leads them, by when, with what money, and how far they have come.',
  columns: {
    sector: text('Sector', 'The title of the sector; empty for what concerns the whole plan.'),
    sector_id: text('Sector id', 'The id of the sector.'),
    number: text('No.', 'The number in the published plan.'),
    kind: text('Kind', 'measure or responsibility.'),
    id: text('Id', 'The id of the measure or responsibility.'),
    title: text('Measure', 'What is done.'),
    lead: text('Lead', 'Who answers for it.'),
    responsible: text('Carried out by', 'Who carries it out, where that is somebody else.'),
    partners: text('Partners', 'Who takes part or helps.'),
    groups: text('For', 'The groups it is for.'),
    starts: day('Starts', 'The first day of its own period.'),
    by_when: text('By when', 'Its deadlines, or its period, as the plan says them.'),
    due: day('Due', 'The last day on which it is due, where that is a day.'),
    serves: text('Serves', 'The goals and targets it serves.'),
    indicators: text('Indicator', 'What shows whether those targets are met.'),
    output: text('Output', 'What it produces.'),
    budget: text('Budget', 'What it costs, in words.'),
    amount: number('Amount', 'What it costs, where it has one budget.'),
    currency: text('Currency', 'The currency of the amount.'),
    per: text('Per', 'What the amount is paid per: year, person.'),
    funds: text('Funded from', 'The funds that pay for it.'),
    status: text('Status', 'planned, ongoing, delayed, completed or cancelled.'),
    reason: text('Reason', 'Why it is delayed or cancelled.'),
  },
  rows: ({ scope }) =>
    tasksInOrder(scope).map((task) => {
      const sector = scope.sectorOf(task);
      const period = periodOf(task);
      const { aims, indicators } = aimsOf(task, scope);
      const deadlines = factsOf(task, 'deadline');
      const status = task.one('status');
      const partners = titles([...refsOf(task, 'with'), ...task.refs('supported by')], scope);
      return {
        of: task,
        cells: {
          sector: sector?.title,
          sector_id: sector?.id,
          number: factsOf(task, 'number')[0]?.value as string | undefined,
          kind: task.kind,
          id: task.id,
          title: task.title,
          lead: answers(task, scope),
          responsible: titles(task.refs('responsible'), scope),
          partners,
          groups: joined(groupsOf(task, scope).map((group) => group.title)),
          starts: period?.from && daysOf(period.from, scope).start,
          by_when: deadlines.length > 0 ? saidAll(deadlines, scope) : said(factsOf(task, 'period')[0], scope),
          due: dueBy(task, scope),
          serves: joined(aims.map((aim) => aim.title)),
          indicators: joined(indicators.map((indicator) => indicator.title)),
          output: saidAll(factsOf(task, 'output'), scope),
          ...budgetOf(task, scope),
          status: status?.value?.word ?? (status?.tbd === undefined ? undefined : 'tbd'),
          reason: status?.value?.because,
        },
      };
    }),
});

const refsOf = (task: Task, word: string): Fact['refs'] => factsOf(task, word).flatMap((fact) => fact.refs);
