import type { Answering } from '../../language/forms.ts';
import type { Declaration } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import type { Scope } from '../../model/scope.ts';
import type { Task } from '../../model/tasks.ts';
import { isVolunteer } from '../../rules/accountability/_tasks.ts';
import { say } from '../../text/say.ts';
import { factsOf, joined, said, saidAll, titles } from '../say.ts';
import { number, type Subject, type Table, tableKind, text } from '../table.ts';
import { tasksInOrder } from './actions.ts';

/** The letters of the matrix: who answers, carries out, supports, is asked, is told, oversees. */
export const ROLES = {
  A: 'answers for it',
  R: 'carries it out',
  S: 'takes part or supports it',
  C: 'is asked before decisions',
  I: 'is told',
  O: 'oversees it',
} as const;
export type Role = keyof typeof ROLES;

/** What a role holder is to a task, and the name it goes by in the plan. */
interface Part {
  readonly task: Task;
  readonly role: Role;
  readonly name: string;
  readonly holder: Declaration | undefined;
}

const WORDS: readonly (readonly [word: string, role: Role])[] = [
  ['lead', 'A'],
  ['lead', 'R'],
  ['responsible', 'R'],
  ['with', 'S'],
  ['supported by', 'S'],
  ['consulted', 'C'],
  ['informed', 'I'],
  ['supervised by', 'O'],
];

const parts = perScope((_: Scope, scope: Scope): readonly Part[] =>
  tasksInOrder(scope).flatMap((task) => {
    const answering = factsOf(task, 'accountable').flatMap((fact) => (fact.value === undefined ? [] : [fact.value as Answering]));
    const named = [
      ...answering.flatMap(({ names }) => names.map((ref) => ['A', ref] as const)),
      ...answering.flatMap(({ under }) => (under === undefined ? [] : [['O', under] as const])),
      ...WORDS.flatMap(([word, role]) => factsOf(task, word).flatMap((fact) => fact.refs.map((ref) => [role, ref] as const))),
    ];
    const seen = new Set<string>();
    return named.flatMap(([role, ref]): Part[] => {
      const key = `${role} ${ref.name}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ task, role, name: ref.name, holder: scope.find(ref) }];
    });
  }),
);

/** Who has which part in what the plan does. */
export const partsOf = (scope: Scope): readonly Part[] => parts(scope, scope);

const titleOf = (part: Part): string => part.holder?.title ?? part.name;

export const roles = tableKind({
  id: 'roles',
  title: 'Roles',
  about: `One line for each part that somebody has in a task: ${Object.entries(ROLES)
    .map(([letter, says]) => `${letter} ${says}`)
    .join(', ')}.`,
  columns: {
    sector: text('Sector', 'The title of the sector.'),
    kind: text('Kind', 'measure or responsibility.'),
    id: text('Id', 'The id of the measure or responsibility.'),
    title: text('Measure', 'What is done.'),
    role: text('Role', 'One of the letters A, R, S, C, I, O.'),
    holder_id: text('Holder id', 'The name of the role holder, as the plan writes it.'),
    holder: text('Holder', 'The title of the role holder.'),
    holder_kind: text('Holder kind', 'actor, partner, body or group.'),
  },
  rows: ({ scope }) =>
    partsOf(scope).map((part) => ({
      of: part.task,
      cells: {
        sector: scope.sectorOf(part.task)?.title,
        kind: part.task.kind,
        id: part.task.id,
        title: part.task.title,
        role: part.role,
        holder_id: part.name,
        holder: titleOf(part),
        holder_kind: part.holder?.kind,
      },
    })),
});

export const raci = tableKind({
  id: 'raci',
  title: 'Responsibilities',
  about: 'Who answers for each measure and responsibility, who carries it out, who supports it, who is asked, who is told and who oversees it.',
  columns: {
    sector: text('Sector', 'The title of the sector.'),
    kind: text('Kind', 'measure or responsibility.'),
    id: text('Id', 'The id of the measure or responsibility.'),
    title: text('Measure', 'What is done.'),
    accountable: text('Answers (A)', 'Who answers for it.'),
    responsible: text('Carries out (R)', 'Who carries it out.'),
    supporting: text('Supports (S)', 'Who takes part or supports it.'),
    consulted: text('Is asked (C)', 'Who is asked before decisions.'),
    informed: text('Is told (I)', 'Who is told.'),
    overseeing: text('Oversees (O)', 'Who watches that it is done.'),
  },
  rows: ({ scope }) => {
    const byTask = Map.groupBy(partsOf(scope), (part) => part.task);
    return tasksInOrder(scope).map((task) => {
      const who = (role: Role) => joined((byTask.get(task) ?? []).filter((part) => part.role === role).map(titleOf));
      return {
        of: task,
        cells: {
          sector: scope.sectorOf(task)?.title,
          kind: task.kind,
          id: task.id,
          title: task.title,
          accountable: who('A'),
          responsible: who('R'),
          supporting: who('S'),
          consulted: who('C'),
          informed: who('I'),
          overseeing: who('O'),
        },
      };
    });
  },
});

/** The matrix: a line a task, a column a role holder, letters where they meet. Its columns are those of the plan. */
export function raciMatrix({ scope }: Subject): Table {
  const all = partsOf(scope);
  const holders = new Map<string, string>();
  for (const part of all) holders.set(part.name, titleOf(part));
  const columns = [
    { key: 'sector', ...raci.columns.sector },
    { key: 'title', ...raci.columns.title },
    ...[...holders].map(([name, title]) => ({ key: `holder ${name}`, ...text(title, say`The part of ${title}.`) })),
  ];
  const byTask = Map.groupBy(all, (part) => part.task);
  const rows = tasksInOrder(scope).map((task) => {
    const letters = Map.groupBy(byTask.get(task) ?? [], (part) => part.name);
    const cells = [...letters].map(([name, held]) => [`holder ${name}`, held.map((part) => part.role).join(' ')] as const);
    return { of: task, cells: { sector: scope.sectorOf(task)?.title, title: task.title, ...Object.fromEntries(cells) } };
  });
  return { id: 'raci', title: raci.title, about: roles.about, columns, rows };
}

export const people = tableKind({
  id: 'people',
  title: 'Actors, partners and bodies',
  about: 'Who acts, who is heard, and in how many tasks each has a part. Those of plans above stand here where this plan names them.',
  columns: {
    kind: text('Kind', 'actor, partner or body.'),
    id: text('Id', 'Its name, as the plan writes it.'),
    title: text('Name', 'What it is called.'),
    type: text('Type', 'What sort of organisation, office or body it is.'),
    level: text('Level', 'The level of government it belongs to.'),
    part_of: text('Part of', 'The organisation it belongs to.'),
    capacity: text('Capacity', 'Whether its people are paid.'),
    staff: text('Staff', 'How many people it has for this.'),
    contact: text('Contact', 'Whom to ask.'),
    deputy: text('Deputy', 'Who stands in.'),
    members: text('Members', 'Who sits in a body.'),
    meets: text('Meets', 'How often a body meets.'),
    answers: number('Answers for', 'In how many tasks it answers.'),
    carries_out: number('Carries out', 'In how many tasks it does the work.'),
    takes_part: number('Takes part', 'In how many tasks it supports, is asked, is told or oversees.'),
  },
  rows: ({ scope }) => {
    const all = partsOf(scope);
    const inherited = all.flatMap(({ holder }) => (holder?.is('actor', 'partner', 'body') === true ? [holder as Declaration] : []));
    const holders = [...new Set<Declaration>([...(scope.of('actor', 'partner', 'body') as readonly Declaration[]), ...inherited])];
    const byHolder = Map.groupBy(all, (part) => part.holder);
    return holders.map((holder) => {
      const tasks = (letters: string) => new Set((byHolder.get(holder) ?? []).filter((part) => letters.includes(part.role)).map((part) => part.task)).size;
      const named = (word: string) =>
        titles(
          factsOf(holder, word).flatMap((fact) => fact.refs),
          scope,
        );
      return {
        of: holder,
        cells: {
          kind: holder.kind,
          id: holder.id,
          title: holder.title,
          type: said(factsOf(holder, holder.kind === 'body' ? 'kind' : 'type')[0], scope),
          level: said(factsOf(holder, 'level')[0], scope),
          part_of: named('part of'),
          capacity: said(factsOf(holder, 'capacity')[0], scope) || (isVolunteer(holder) ? 'volunteer' : undefined),
          staff: said(factsOf(holder, 'staff')[0], scope),
          contact: saidAll(factsOf(holder, 'contact'), scope),
          deputy: saidAll(factsOf(holder, 'deputy'), scope),
          members: saidAll(factsOf(holder, 'members'), scope),
          meets: said(factsOf(holder, 'meets')[0], scope),
          answers: tasks('A'),
          carries_out: tasks('R'),
          takes_part: tasks('SCIO'),
        },
      };
    });
  },
});
