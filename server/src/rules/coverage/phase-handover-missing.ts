import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { phasesOf, type Task, tasksOf } from '../../model/tasks.ts';
import { Called, called, type Report, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { isOver } from './_plan.ts';

type Phase = Declaration<'phase'>;

export default rule({
  id: 'coverage/phase-handover-missing',
  severity: 'information',
  summary: 'From one phase to the next nobody hands over, or nobody knows when.',
  why: 'People are lost between phases, not within them: one office has finished, the next has not heard. A handover needs somebody who gives, somebody who takes, and a moment; where the same office goes along, it needs none.',
  grounding: [
    {
      cite: wholeComm('4.1'),
      finding: 'The support of refugees passes to a welfare organisation later, ideally when civic integration is completed, but not always.',
    },
    { cite: wholeComm('4.1'), finding: 'When people are moved on, what had begun is delayed, and ties to organisations and volunteers break.' },
    { cite: wholeComm('3.2'), finding: 'When the programme ends many still need support.' },
  ],
  gathered: 'end without a handover',
  good: [
    'phase first "First years" { from settlement; lasts 3 years; then later when "three years have passed" }\nphase later "Later"\nresponsibility guide "Guide refugees" { lead office; in first; hands over to welfare }\nresponsibility advise "Advise residents" { lead welfare; in later }\nactor office "Refugee office" { type department }\npartner welfare "Welfare organisation" { type ngo }',
    '# The same office goes along.\nphase first "First years" { from settlement; then later }\nphase later "Later"\nresponsibility guide "Guide refugees" { lead office; in first }\nresponsibility advise "Advise residents" { lead office; in later }\nactor office "Refugee office" { type department }',
    '# The last phase of several may be open.\nphase first "First years" { from settlement }\nphase later "Later" { from first }\nresponsibility guide "Guide refugees" { lead office; in first, later }\nactor office "Refugee office" { type department }',
    '# A phase without anything in it is told of as such.\nphase first "First years" { from settlement; lasts 3 years }',
  ],
  bad: [
    'phase first "First years" { from settlement; then later }\n                                             ^^^^^^^^^^ Nobody hands over from phase "First years" to phase "Later".\nphase later "Later"\nresponsibility guide "Guide refugees" { lead office; in first }\nresponsibility advise "Advise residents" { lead welfare; in later }\nactor office "Refugee office" { type department }\npartner welfare "Welfare organisation" { type ngo }',
    'phase first "First years" { from settlement; then later }\nphase later "Later"\nresponsibility guide "Guide refugees" {\n  lead office\n  in first\n  hands over to welfare\n  ^^^^^^^^^^^^^^^^^^^^^ Nothing says when phase "First years" is over and phase "Later" begins.\n}\nresponsibility advise "Advise residents" { lead welfare; in later }\nactor office "Refugee office" { type department }\npartner welfare "Welfare organisation" { type ngo }',
    'phase first "First years" { from settlement; lasts 3 years }\n      ^^^^^ Nothing is said of what comes after phase "First years".\nresponsibility guide "Guide refugees" { in first }',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const tasks = tasksByPhase(plan);
    const { next, follows } = order(plan);
    for (const phase of plan.of('phase')) {
      const here = tasks.get(phase) ?? [];
      // A phase without anything in it is told of as such.
      if (here.length === 0) continue;
      const handing = here.flatMap((task) => task.all('hands over to'));
      const after = next.get(phase) ?? [];
      // An open end after other phases is the rest of a life; one of limited time, or the only one, is not.
      if (after.length === 0 && handing.length === 0 && (phase.has('lasts') || !follows.has(phase)))
        report({
          at: phase,
          message: `Nothing is said of what comes after ${called(phase)}.`,
          instead: 'Say it with "then", or name who takes over with "hands over to" in a responsibility.',
        });
      for (const step of after) {
        const finding = judge(phase, step, here, tasks.get(step.to) ?? [], handing, plan);
        if (finding !== undefined) report({ ...finding, about: phase });
      }
    }
  },
});

interface Step {
  readonly to: Phase;
  /** The statement that says so: `then` of the one or `from` of the other. */
  readonly fact: Fact;
}

function judge(phase: Phase, { to, fact }: Step, here: readonly Task[], there: readonly Task[], handing: readonly Fact[], plan: Scope): Report | undefined {
  const related = [{ at: to, message: `${Called(to)} follows.` }];
  if (handing.length > 0) {
    const said = [fact, ...handing].some((one) => (one.value as { when?: string } | undefined)?.when !== undefined);
    if (said) return undefined;
    return {
      at: handing[0] as Fact,
      message: `Nothing says when ${called(phase)} is over and ${called(to)} begins.`,
      instead: 'Say it with "when" after the name of the one who takes over.',
      related,
    };
  }
  const givers = holdersOf(here, plan);
  const takers = holdersOf(there, plan);
  // Where nobody is named, that is told of the tasks; where the same office goes along, there is nothing to hand over.
  if (givers.size === 0 || takers.size === 0 || [...givers].some((giver) => takers.has(giver))) return undefined;
  return {
    at: fact,
    message: `Nobody hands over from ${called(phase)} to ${called(to)}.`,
    instead: 'Name who takes over with "hands over to" in a responsibility or measure of the earlier phase.',
    related,
  };
}

const holdersOf = (tasks: readonly Task[], plan: Scope): ReadonlySet<Declaration> =>
  new Set(tasks.flatMap((task) => plan.findAll(task.refs('lead', 'accountable', 'responsible'))));

function tasksByPhase(plan: Scope): ReadonlyMap<Phase, readonly Task[]> {
  const found = new Map<Phase, Task[]>();
  for (const task of tasksOf(plan))
    for (const phase of phasesOf(task, plan)) {
      const list = found.get(phase);
      if (list === undefined) found.set(phase, [task]);
      else list.push(task);
    }
  return found;
}

/** Which phase follows which, said by either of the two. */
function order(plan: Scope): { next: ReadonlyMap<Phase, readonly Step[]>; follows: ReadonlySet<Phase> } {
  const next = new Map<Phase, Step[]>();
  const follows = new Set<Phase>();
  const add = (from: Declaration | undefined, to: Declaration | undefined, fact: Fact) => {
    if (!from?.is('phase') || !to?.is('phase')) return;
    const list = next.get(from as Phase) ?? [];
    if (!list.some((step) => step.to === to)) next.set(from as Phase, [...list, { to: to as Phase, fact }]);
    follows.add(to as Phase);
  };
  for (const phase of plan.of('phase')) for (const fact of phase.all('then')) for (const ref of fact.refs) add(phase, plan.find(ref), fact);
  for (const phase of plan.of('phase')) for (const fact of phase.all('from')) for (const ref of fact.refs) add(plan.find(ref), phase, fact);
  return { next, follows };
}
