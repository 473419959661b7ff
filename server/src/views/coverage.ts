import { STAGES } from '../language/forms.ts';
import { capital, plural } from '../language/nouns.ts';
import { groupPhaseTable, isEmpty, itemTable, type SectorRow, sectorGroupTable, sectorTable, stageTable } from '../model/coverage.ts';
import type { Declaration } from '../model/declaration.ts';
import { owedGroups, owedPhases } from '../model/reach.ts';
import type { Scope } from '../model/scope.ts';
import { isReceiving } from '../model/tasks.ts';
import { say, told } from '../text/say.ts';
import { type FindGap, type Gap, gapsOf, type Mention, mention, mentions, type Seen } from './view.ts';

/** Where a row and a column meet: what stands there, or what the checker says of nothing standing there. */
export interface Cell {
  readonly members: readonly Mention[];
  readonly gap?: Gap;
}

export interface HeatRow {
  readonly head: Mention;
  /** How deep it stands below others. */
  readonly depth: number;
  readonly cells: readonly Cell[];
}

/** A table whose shades show where a plan does much, little or nothing. */
export interface Heat {
  readonly id: string;
  readonly title: string;
  /** The question it answers. */
  readonly question: string;
  readonly columns: readonly (Mention | string)[];
  readonly rows: readonly HeatRow[];
}

const cell = (members: readonly Declaration[], seen: Seen, gap: () => Gap | undefined): Cell => {
  if (members.length > 0) return { members: mentions(members, seen) };
  const found = gap();
  return { members: [], ...(found && { gap: found }) };
};

/** All coverage tables of a plan; those without rows or columns are left out. */
export function coverage(seen: Seen): readonly Heat[] {
  const find = gapsOf(seen);
  const tables = [bySector(seen, find), sectorByGroup(seen, find), groupByPhase(seen, find), ...frameworks(seen, find), stages(seen, find)];
  return tables.filter((table) => table.rows.length > 0 && table.columns.length > 0);
}

const COLUMNS = ['responsibility', 'measure', 'target', 'indicator'] as const;
const MEMBERS: Record<(typeof COLUMNS)[number], (row: SectorRow) => readonly Declaration[]> = {
  responsibility: (row) => row.responsibilities,
  measure: (row) => row.measures,
  target: (row) => row.targets,
  indicator: (row) => row.indicators,
};

/** What says that a sector has none of something, by itself or by one of its goals and targets. */
function sectorGap(row: SectorRow, kind: (typeof COLUMNS)[number], find: FindGap): Gap | undefined {
  // Of a sector with nothing in it, one finding speaks for all.
  const own = find(row.sector, isEmpty(row) ? 'coverage/sector-without-responsibility' : `coverage/sector-without-${kind}`);
  if (own !== undefined || kind !== 'indicator') return own;
  for (const target of row.targets) {
    const gap = find(target, 'monitoring/target-without-indicator');
    if (gap !== undefined) return gap;
  }
  for (const goal of row.goals) {
    const gap = find(goal, 'monitoring/goal-without-indicator');
    if (gap !== undefined) return gap;
  }
  return undefined;
}

function bySector(seen: Seen, find: FindGap): Heat {
  return {
    id: 'sectors',
    title: say`Sectors`,
    question: say`Does every sector have somebody who answers, something that is done, a target and a way to know?`,
    columns: COLUMNS.map((kind) => capital(plural(kind))),
    rows: [...sectorTable(seen.scope).values()].map((row) => ({
      head: mention(row.sector, seen),
      depth: 0,
      cells: COLUMNS.map((kind) => cell(MEMBERS[kind](row), seen, () => sectorGap(row, kind, find))),
    })),
  };
}

/** The groups of newcomers that the plan speaks of, and those that a table knows beside them. */
function groupsIn(plan: Scope, table: Iterable<Declaration<'group'>>): readonly Declaration<'group'>[] {
  return [...new Set([...owedGroups(plan).keys(), ...[...table].filter((group) => !isReceiving(group))])];
}

function sectorByGroup(seen: Seen, find: FindGap): Heat {
  const table = sectorGroupTable(seen.scope);
  const groups = groupsIn(
    seen.scope,
    [...table.values()].flatMap((cells) => [...cells.keys()]),
  );
  const nobody = new Set(groups.filter((group) => find(group, 'coverage/group-without-measure', 'coverage/legal-status-gap') !== undefined));
  return {
    id: 'groups',
    title: say`Sectors and groups`,
    question: say`In which sectors is something done for whom?`,
    columns: mentions(groups, seen),
    rows: seen.scope.of('sector').map((sector) => ({
      head: mention(sector, seen),
      depth: 0,
      cells: groups.map((group) =>
        cell(table.get(sector)?.get(group) ?? [], seen, () => {
          if (nobody.has(group)) return find(group, 'coverage/group-without-measure', 'coverage/legal-status-gap');
          const high = group.one('priority')?.value === 'high';
          return high ? find(sector, 'coverage/group-outside-sector') : undefined;
        }),
      ),
    })),
  };
}

function groupByPhase(seen: Seen, find: FindGap): Heat {
  const table = groupPhaseTable(seen.scope);
  const phases = [...new Set([...owedPhases(seen.scope).keys(), ...[...table.values()].flatMap((cells) => [...cells.keys()])])];
  const groups = groupsIn(seen.scope, table.keys());
  return {
    id: 'phases',
    title: say`Groups and phases`,
    question: say`Is every group accompanied from arrival to participation?`,
    columns: mentions(phases, seen),
    rows: groups.map((group) => ({
      head: mention(group, seen),
      depth: 0,
      cells: phases.map((phase) =>
        cell(
          table.get(group)?.get(phase) ?? [],
          seen,
          () => find(phase, 'coverage/phase-without-measure') ?? find(group, 'coverage/group-without-measure', 'coverage/legal-status-gap'),
        ),
      ),
    })),
  };
}

/** More items than this are a whole library, shown by what the plan covers of it. */
const MOST_ITEMS = 200;

function frameworks(seen: Seen, find: FindGap): readonly Heat[] {
  const covered = itemTable(seen.scope);
  return seen.scope.frameworks.map((framework) => {
    const items = framework.of('item');
    return {
      id: `framework-${framework.id}`,
      title: framework.title,
      question: say`Which of its items does the plan answer, and with what?`,
      columns: [say`Answered by`],
      rows: items
        .filter((item) => items.length <= MOST_ITEMS || covered.has(item))
        .map((item) => ({
          head: bare(mention(item, seen)),
          depth: depthOf(item),
          cells: [cell(covered.get(item) ?? [], seen, () => find(item, 'mandates/required-part-missing', 'coverage/framework-item-uncovered'))],
        })),
    };
  });
}

/** The heading says already where it comes from. */
const bare = ({ from: _, ...rest }: Mention): Mention => rest;

function depthOf(item: Declaration): number {
  let depth = 0;
  for (let one = item.parent; one?.kind === 'item'; one = one.parent) depth++;
  return depth;
}

function stages(seen: Seen, find: FindGap): Heat {
  const table = stageTable(seen.scope);
  const head = seen.scope.head as Declaration;
  const gap = find(head, 'coverage/policy-cycle-gap');
  const all = {
    head: { kind: 'plan' as const, id: '', title: say`Anybody` },
    depth: 0,
    cells: STAGES.map((stage) => cell(table.get(stage) ?? [], seen, () => gap)),
  };
  const rows = seen.scope.of('body', 'consultation').map((one) => ({
    head: mention(one, seen),
    depth: 0,
    cells: STAGES.map((stage): Cell => ({ members: table.get(stage)?.includes(one) ? [mention(one, seen)] : [] })),
  }));
  return {
    id: 'policy-cycle',
    title: say`Policy cycle`,
    question: say`Who has a say at which stage of the plan?`,
    columns: STAGES.map((stage) => capital(told(stage))),
    rows: rows.length > 0 || gap !== undefined ? [...rows, all] : [],
  };
}
