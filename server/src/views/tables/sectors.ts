import { sectorTable } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import { factsOf, said, saidAll, textIn, titles } from '../say.ts';
import { number, tableKind, text } from '../table.ts';

export const sectors = tableKind({
  id: 'sectors',
  title: 'Sectors',
  about: 'The fields of policy, who leads them, and how much of what a sector needs is there.',
  columns: {
    number: text('No.', 'The number in the published plan.'),
    id: text('Id', 'The id of the sector.'),
    title: text('Sector', 'What it is called.'),
    field: text('Field', 'The fields of policy it belongs to.'),
    dimension: text('Dimension', 'legal-political, socio-economic or cultural.'),
    lead: text('Lead', 'Who leads it.'),
    groups: text('For', 'The groups it is for.'),
    responsibilities: number('Responsibilities', 'How many standing responsibilities address it.'),
    measures: number('Measures', 'How many measures address it.'),
    goals: number('Goals', 'How many goals it has.'),
    targets: number('Targets', 'How many targets it has.'),
    indicators: number('Indicators', 'How many indicators measure it.'),
  },
  rows: ({ scope }) =>
    [...sectorTable(scope).values()].map((row) => ({
      of: row.sector,
      cells: {
        number: textIn(row.sector, 'number'),
        id: row.sector.id,
        title: row.sector.title,
        field: saidAll(row.sector.all('field'), scope),
        dimension: said(row.sector.one('dimension'), scope),
        lead: titles(row.sector.refs('lead'), scope),
        groups: titles(row.sector.refs('groups'), scope),
        responsibilities: row.responsibilities.length,
        measures: row.measures.length,
        goals: row.goals.length,
        targets: row.targets.length,
        indicators: row.indicators.length,
      },
    })),
});

export const goals = tableKind({
  id: 'goals',
  title: 'Goals',
  about: 'What the plan wants to reach.',
  columns: {
    sector: text('Sector', 'The sectors it concerns.'),
    number: text('No.', 'The number in the published plan.'),
    id: text('Id', 'The id of the goal.'),
    title: text('Goal', 'What is to be reached.'),
    called: text('Called', 'What the plan calls it.'),
    horizon: text('Horizon', 'long, medium or short.'),
    part_of: text('Part of', 'The goal above it.'),
    owner: text('Owner', 'Who answers for it.'),
  },
  rows: ({ scope }) =>
    scope.of('goal').map((goal) => ({
      of: goal,
      cells: {
        sector: scope.sectorOf(goal)?.title ?? titles(goal.refs('sectors'), scope),
        number: textIn(goal, 'number'),
        id: goal.id,
        title: goal.title,
        called: textIn(goal, 'called'),
        horizon: said(goal.one('horizon'), scope),
        part_of: titles(goal.refs('part of'), scope),
        owner: titles(goal.refs('owner'), scope),
      },
    })),
});

export const groups = tableKind({
  id: 'groups',
  title: 'Groups',
  about: 'The people the plan is for. Those of plans above stand here where this plan names them.',
  columns: {
    id: text('Id', 'The id of the group.'),
    title: text('Group', 'What it is called.'),
    kind: text('Kind', 'newcomers or receiving-society.'),
    status: text('Legal status', 'The legal statuses it includes.'),
    size: text('Size', 'How many people it has, and when.'),
    priority: text('Priority', 'high or normal.'),
    definition: text('Definition', 'Who exactly belongs to it.'),
  },
  rows: ({ scope }) => {
    const named = scope.declarations.flatMap((one) => scope.findAll([...factsOf(one, 'for'), ...factsOf(one, 'groups')].flatMap((fact) => fact.refs)));
    const all = new Set<Declaration<'group'>>([...scope.of('group'), ...(named.filter((one) => one.is('group')) as Declaration<'group'>[])]);
    return [...all].map((group) => ({
      of: group,
      cells: {
        id: group.id,
        title: group.title,
        kind: group.one('kind')?.value ?? 'newcomers',
        status: saidAll(group.all('status'), scope),
        size: saidAll(group.all('size'), scope),
        priority: group.one('priority')?.value,
        definition: textIn(group, 'definition'),
      },
    }));
  },
});
