import type { Ref } from '../language/shape.ts';
import type { Declaration, Fact } from './declaration.ts';
import { perScope } from './memo.ts';
import type { Scope } from './scope.ts';
import { groupsNamed, groupsOf, isReceiving, phasesOf, tasksOf } from './tasks.ts';

type Group = Declaration<'group'>;
type Phase = Declaration<'phase'>;

/** Something inherited that a plan names: its first use there is where the plan would mend what is said of it. */
export interface Use {
  readonly ref: Ref;
  readonly in: Fact;
}

/** Where a plan speaks of a group or phase: its own declaration, or its first use of one from above. */
export type Owed<D> = ReadonlyMap<D, D | Use>;

/** What a scope itself does something for, before anything is said of what includes what. */
const direct = perScope((_: Scope, scope: Scope) => {
  const groups = new Set<Group>();
  const phases = new Set<Phase>();
  for (const task of tasksOf(scope)) {
    for (const group of groupsOf(task, scope)) groups.add(group);
    for (const phase of phasesOf(task, scope)) phases.add(phase);
  }
  for (const mandate of scope.of('mandate')) {
    for (const group of groupsNamed(mandate.refs('for'), scope)) groups.add(group);
    for (const phase of scope.findAll(mandate.refs('in'))) if (phase.is('phase')) phases.add(phase as Phase);
  }
  // A level that leaves the work to those below acts by paying for it; at home, money without a measure reaches nobody.
  if (!scope.levels.includes('local')) for (const fund of scope.of('fund')) for (const group of groupsNamed(fund.refs('for'), scope)) groups.add(group);
  return { groups, phases };
});

const reached = perScope((_: Scope, scope: Scope) => {
  const groups = new Set<Group>();
  const phases = new Set<Phase>();
  // What the plans below do for a group of this plan is done for it.
  for (const one of [scope, ...scope.below]) {
    const found = direct(one, one);
    for (const group of found.groups) groups.add(group);
    for (const phase of found.phases) phases.add(phase);
  }
  const parts = new Map<Group, readonly Group[]>();
  for (const one of [scope, ...scope.ancestors]) for (const group of one.of('group')) parts.set(group, groupsNamed(group.refs('includes'), one));
  // What is done for a group is done for everybody in it …
  for (const group of groups) for (const part of parts.get(group) ?? []) groups.add(part);
  // … and a group is reached when all that belongs to it is.
  for (const group of postorder(parts)) {
    const own = parts.get(group) ?? [];
    if (own.length > 0 && own.every((part) => groups.has(part))) groups.add(group);
  }
  return { groups, phases };
});

/** Every group after those it includes. */
function postorder(parts: ReadonlyMap<Group, readonly Group[]>): readonly Group[] {
  const done = new Set<Group>();
  const order: Group[] = [];
  for (const start of parts.keys()) {
    const stack: { group: Group; next: number }[] = [{ group: start, next: 0 }];
    if (done.has(start)) continue;
    done.add(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const part = parts.get(top.group)?.[top.next++];
      if (part === undefined) {
        order.push(top.group);
        stack.pop();
      } else if (!done.has(part)) {
        done.add(part);
        stack.push({ group: part, next: 0 });
      }
    }
  }
  return order;
}

/** The groups that this plan or one below it does something for. */
export const reachedGroups = (scope: Scope): ReadonlySet<Group> => reached(scope, scope).groups;

/** The phases in which this plan or one below it does something. */
export const reachedPhases = (scope: Scope): ReadonlySet<Phase> => reached(scope, scope).phases;

const owed = perScope((_: Scope, scope: Scope) => {
  const groups = new Map<Group, Group | Use>();
  const phases = new Map<Phase, Phase | Use>();
  const compared = new Set(scope.of('indicator').flatMap((one) => groupsNamed(one.refs('compared with'), scope)));
  const meant = new Set<Group>();
  const note = (fact: Fact | undefined) => {
    for (const ref of fact?.refs ?? []) {
      const found = scope.find(ref);
      if (found?.is('group')) meant.add(found as Group);
      if (scope.names.get(found?.id ?? '') === found) continue;
      if (found?.is('group') && !groups.has(found as Group)) groups.set(found as Group, { ref, in: fact as Fact });
      if (found?.is('phase') && !phases.has(found as Phase)) phases.set(found as Phase, { ref, in: fact as Fact });
    }
  };
  for (const sector of scope.of('sector')) for (const word of ['groups', 'phases'] as const) for (const fact of sector.all(word)) note(fact);
  for (const one of scope.of('target', 'fund', 'responsibility', 'measure')) for (const fact of one.all('for')) note(fact);
  for (const phase of scope.of('phase')) {
    phases.set(phase, phase);
    for (const fact of phase.all('then')) note(fact);
  }
  // A group that only stands there to be compared with is nobody the plan has promised something.
  for (const group of scope.of('group')) if (meant.has(group) || !compared.has(group)) groups.set(group, group);
  for (const group of groups.keys()) if (isReceiving(group)) groups.delete(group);
  return { groups, phases };
});

/** The groups of newcomers that a plan owes something: its own, and those from above that it names. */
export const owedGroups = (scope: Scope): Owed<Group> => owed(scope, scope).groups;

/** The phases that a plan owes something: its own, and those from above that it names. */
export const owedPhases = (scope: Scope): Owed<Phase> => owed(scope, scope).phases;
