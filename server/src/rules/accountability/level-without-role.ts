import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say, told } from '../../text/say.ts';
import { listed, rule } from '../rule.ts';
import { nordic, osce, wholeComm } from '../sources.ts';
import { isOver } from './_tasks.ts';

/** The level that a sort of organisation belongs to, where it does not say. */
const LEVEL_OF: Readonly<Record<string, string>> = { municipality: 'local', 'association-of-municipalities': 'local', region: 'regional' };

export default rule({
  id: 'accountability/level-without-role',
  severity: 'information',
  absence: true,
  summary: 'A level of government has no part in the plan.',
  why: 'Integration happens in towns, whatever level plans it. A plan of the state in which no municipality does, decides or is asked anything will be carried out by nobody; and a region that stands in the list without a task may be left out on purpose, or forgotten.',
  grounding: [
    { cite: wholeComm('3.1'), finding: 'The provinces have hardly a role in integration policy, and the municipalities had hardly one under the act of 2013.' },
    { cite: osce('3.3'), finding: 'What is done locally does not get the attention it is due in national policy.' },
    { cite: osce('3.4.4'), finding: 'Cities found themselves pushed to the side of the civic integration of their own residents.' },
    { cite: nordic('conclusions'), finding: 'Regional and local authorities both have to be involved.' },
  ],
  good: [
    'plan state "State" { level national; period 2025 }\nactor ministry "Ministry" { type ministry }\nmeasure course "Courses" { lead ministry }\nmandate house "House refugees" { from ministry; to local }',
    'plan state "State" { level national; period 2025 }\nactor ministry "Ministry" { type ministry }\nactor towns "Municipalities" { type municipality; each of municipality }\nmeasure course "Courses" { accountable ministry; responsible towns }',
    '# A municipality is not asked for a part of the state, unless it names one.\nactor office "Office" { type department }\nmeasure course "Courses" { lead office }',
  ],
  bad: [
    'plan state "State" { level national; period 2025 }\n     ^^^^^ The local level has no part in plan "State".\nactor ministry "Ministry" { type ministry }\nmeasure course "Courses" { lead ministry }',
    'plan town "Town" { level local; period 2025 }\n     ^^^^ The regional level has no part in plan "Town", although it names "County".\nactor office "Office" { type department }\nactor county "County" { type region }\nmeasure course "Courses" { lead office }',
  ],
  check(plan, report) {
    if (plan.plan === undefined || plan.planKind === 'project' || isOver(plan) || plan.of('responsibility', 'measure', 'mandate').length === 0) return;
    const taking = levelsWithPart(plan);
    const named = plan.of('actor', 'partner').filter((holder) => levelOf(holder) !== undefined);
    const owed = plan.levels.some((level) => level === 'national' || level === 'eu') ? ['local'] : [];
    for (const level of new Set([...owed, ...named.map((holder) => levelOf(holder) as string)])) {
      if (taking.has(level) || plan.levels.includes(level)) continue;
      const those = named.filter((holder) => levelOf(holder) === level);
      report({
        at: plan.plan,
        message:
          those.length === 0
            ? say`The ${told(level)} level has no part in plan "${plan.title}".`
            : say`The ${told(level)} level has no part in plan "${plan.title}", although it names ${listed(those.map((one) => `"${one.title}"`))}.`,
        instead: say`Say what it does, decides or is asked: in a measure, a mandate or a body. If it is left out on purpose, say so with a waiver.`,
        related: those.slice(0, 3).map((one) => ({ at: one, message: say`It is declared here.` })),
      });
    }
  },
});

const levelOf = (holder: Declaration): string | undefined =>
  holder.is('actor', 'partner')
    ? ((holder.one('level')?.value as string | undefined) ?? LEVEL_OF[(holder.one('type')?.value as string | undefined) ?? ''])
    : undefined;

/** The levels whose offices somebody does something with: in a task, a body, a mandate, a fund; and those to whom a duty is given outright. */
function levelsWithPart(plan: Scope): ReadonlySet<string> {
  const found = new Set<string>();
  for (const mandate of plan.of('mandate')) for (const to of mandate.all('to').flatMap((fact) => fact.value ?? [])) if (typeof to === 'string') found.add(to);
  for (const one of plan.declarations) {
    if (['actor', 'plan', 'framework'].includes(one.kind)) continue;
    // A partner is declared, which is no part in anything; its agreements and what it represents are.
    for (const holder of plan.findAll(one.kind === 'partner' ? one.refs('works with') : one.refs())) {
      const level = levelOf(holder);
      if (level !== undefined) found.add(level);
    }
  }
  for (const below of plan.below) if (below.of('responsibility', 'measure').length > 0) for (const level of below.levels) found.add(level);
  return found;
}
