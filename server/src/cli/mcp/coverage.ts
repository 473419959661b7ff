import { groupPhaseTable, itemTable, sectorGroupTable, sectorTable, stageTable } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import { owedGroups, owedPhases } from '../../model/reach.ts';
import type { Scope } from '../../model/scope.ts';
import { phasesOf, tasksOf } from '../../model/tasks.ts';

const names = (some: readonly Declaration[]): readonly string[] => some.map((one) => one.id);

/** The coverage tables of a plan, by ids; what is empty is what is missing. */
export function coverageOf(plan: Scope): object {
  const byGroup = sectorGroupTable(plan);
  const byPhase = groupPhaseTable(plan);
  const covered = itemTable(plan);
  const tasks = tasksOf(plan);
  return {
    plan: plan.id,
    title: plan.title,
    sectors: [...sectorTable(plan)].map(([sector, row]) => ({
      id: sector.id,
      title: sector.title,
      lead: sector.refs('lead').map((ref) => ref.name),
      responsibilities: names(row.responsibilities),
      measures: names(row.measures),
      goals: names(row.goals),
      targets: names(row.targets),
      indicators: names(row.indicators),
      groups: Object.fromEntries([...(byGroup.get(sector) ?? [])].map(([group, some]) => [group.id, names(some)])),
    })),
    groups: [...owedGroups(plan).keys()].map((group) => ({
      id: group.id,
      title: group.title,
      tasks: names([...new Set([...byGroup.values()].flatMap((row) => row.get(group) ?? []))]),
      phases: Object.fromEntries([...(byPhase.get(group) ?? [])].map(([phase, some]) => [phase.id, names(some)])),
    })),
    phases: [...owedPhases(plan).keys()].map((phase) => ({
      id: phase.id,
      title: phase.title,
      tasks: names(tasks.filter((task) => phasesOf(task, plan).includes(phase))),
    })),
    mandates: plan.ancestors.flatMap((above) =>
      above.of('mandate').map((mandate) => ({
        id: `${above.id}.${mandate.id}`,
        title: mandate.title,
        to: mandate.all('to').flatMap((fact) => fact.node.values.filter((token) => token.kind === 'word').map((token) => token.image)),
        force: (mandate.one('force')?.value as string | undefined) ?? null,
        fulfilledBy: names(tasks.filter((task) => plan.findAll(task.refs('fulfils')).includes(mandate))),
      })),
    ),
    frameworks: plan.frameworks.map((framework) => ({
      id: framework.id,
      title: framework.title,
      items: framework.of('item').map((item) => ({ id: item.id, title: item.title, coveredBy: names(covered.get(item) ?? []) })),
    })),
    stages: Object.fromEntries([...stageTable(plan)].map(([stage, some]) => [stage, names(some)])),
  };
}
