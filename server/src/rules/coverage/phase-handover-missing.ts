import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { phasesOf, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
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
    const crews = crewsOf(plan);
    const { next, follows } = order(plan);
    for (const phase of plan.of('phase')) {
      const here = crews.get(phase);
      // A phase without anything in it is told of as such.
      if (here === undefined) continue;
      const after = next.get(phase);
      // An open end after other phases is the rest of a life; one of limited time, or the only one, is not.
      if (after === undefined && here.handing === undefined && (phase.has('lasts') || !follows.has(phase)))
        report({
          at: phase,
          message: say`Nothing is said of what comes after ${called(phase)}.`,
          instead: say`Say it with "then", or name who takes over with "hands over to" in a responsibility.`,
        });
      for (const [to, fact] of after ?? []) {
        const finding = judge(phase, here, to, crews.get(to), fact);
        if (finding !== undefined) report({ ...finding, about: phase });
      }
    }
  },
});

/** Who works in a phase, and how they hand over. */
interface Crew {
  readonly holders: Set<Declaration>;
  /** The first handover that is written, and whether any says when. */
  handing: Fact | undefined;
  saysWhen: boolean;
}

const saysWhen = (fact: Fact): boolean => (fact.value as { when?: string } | undefined)?.when !== undefined;

function judge(phase: Phase, here: Crew, to: Phase, there: Crew | undefined, fact: Fact): Report | undefined {
  const related = [{ at: to, message: say`${Called(to)} follows.` }];
  if (here.handing !== undefined) {
    if (here.saysWhen || saysWhen(fact)) return undefined;
    return {
      at: here.handing,
      message: say`Nothing says when ${called(phase)} is over and ${called(to)} begins.`,
      instead: say`Say it with "when" after the name of the one who takes over.`,
      related,
    };
  }
  // Where nobody is named, that is told of the tasks; where the same office goes along, there is nothing to hand over.
  const [givers, takers] = [here.holders, there?.holders ?? new Set()];
  if (givers.size === 0 || takers.size === 0 || [...givers].some((giver) => takers.has(giver))) return undefined;
  return {
    at: fact,
    message: say`Nobody hands over from ${called(phase)} to ${called(to)}.`,
    instead: say`Name who takes over with "hands over to" in a responsibility or measure of the earlier phase.`,
    related,
  };
}

function crewsOf(plan: Scope): ReadonlyMap<Phase, Crew> {
  const found = new Map<Phase, Crew>();
  for (const task of tasksOf(plan)) {
    const holders = plan.findAll(task.refs('lead', 'accountable', 'responsible'));
    const handing = task.all('hands over to');
    for (const phase of phasesOf(task, plan)) {
      let crew = found.get(phase);
      if (crew === undefined) found.set(phase, (crew = { holders: new Set(), handing: undefined, saysWhen: false }));
      for (const holder of holders) crew.holders.add(holder);
      crew.handing ??= handing[0];
      crew.saysWhen ||= handing.some(saysWhen);
    }
  }
  return found;
}

/** Which phase follows which, and the statement that says so: `then` of the one or `from` of the other. */
function order(plan: Scope): { next: ReadonlyMap<Phase, ReadonlyMap<Phase, Fact>>; follows: ReadonlySet<Phase> } {
  const next = new Map<Phase, Map<Phase, Fact>>();
  const follows = new Set<Phase>();
  const add = (from: Declaration | undefined, to: Declaration | undefined, fact: Fact) => {
    if (!from?.is('phase') || !to?.is('phase')) return;
    let after = next.get(from as Phase);
    if (after === undefined) next.set(from as Phase, (after = new Map()));
    if (!after.has(to as Phase)) after.set(to as Phase, fact);
    follows.add(to as Phase);
  };
  for (const phase of plan.of('phase')) for (const fact of phase.all('then')) for (const ref of fact.refs) add(phase, plan.find(ref), fact);
  for (const phase of plan.of('phase')) for (const fact of phase.all('from')) for (const ref of fact.refs) add(plan.find(ref), phase, fact);
  return { next, follows };
}
