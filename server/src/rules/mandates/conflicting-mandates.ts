import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { addresseesOf, type Duty, forceOf, isOver, type Level, meant, spoken, validity } from './_duties.ts';

export default rule({
  id: 'mandates/conflicting-mandates',
  severity: 'warning',
  summary: 'Two laws ask something of the same level for the same people at the same time, and neither goes first.',
  why: 'An afternoon can be spent in a language class or in a job, not in both. Where two laws claim it and neither yields, every caseworker decides anew, and what happens to people depends on whose desk they reach.',
  grounding: [
    { cite: wholeComm('3.1'), finding: 'Officials argue at times over which of two acts goes first, the one on work or the one on civic integration.' },
  ],
  good: [
    `plan acts "Acts" { level national; period 2020 to 2030 }
actor state "State" { type government }
group refugees "Refugees"
phase course "Course" { from settlement }
mandate work "Help into work" { from state; to local; for refugees; in course; basis "Work Act"; when "the course leaves time for it" }
mandate learn "Teach" { from state; to local; for refugees; in course; basis "Integration Act" }`,
    `# One law, other people, another time.
plan acts "Acts" { level national; period 2020 to 2030 }
actor state "State" { type government }
group refugees "Refugees"
group students "Students"
phase course "Course" { from settlement }
phase after "After the course"
mandate learn "Teach" { from state; to local; for refugees; in course; basis "Integration Act" }
mandate guide "Guide" { from state; to local; for refugees; in course; basis "Integration Act" }
mandate work "Help into work" { from state; to local; for refugees; in after; basis "Work Act" }
mandate grant "Pay grants" { from state; to local; for students; in course; basis "Grants Act" }`,
  ],
  bad: [
    `plan acts "Acts" { level national; period 2020 to 2030 }
actor state "State" { type government }
group refugees "Refugees"
phase course "Course" { from settlement }
mandate work "Help into work" { from state; to local; for refugees; in course; basis "Work Act" valid from 2015 }
        ^^^^ "Help into work" and "Teach" both bind municipalities for "Refugees" in "Course", and neither goes first.
mandate learn "Teach" { from state; to local; for refugees; in course; basis "Integration Act" valid from 2022 }`,
    `# Two acts that meet in the plan below them: told once, at the older.
plan land "Land" { level national; period 2020 to 2030; under work-act, integration-act }
group refugees "Refugees"
phase course "Course" { from settlement }
--- work/plan.iplan
plan work-act "Work Act" { kind statute; level national; period from 2015 }
actor ministry "Ministry" { type ministry }
mandate work "Help into work" { from ministry; to local; for land.refugees; in land.course }
        ^^^^ "Help into work" and "Teach" both bind municipalities for "Refugees" in "Course", and neither goes first.
--- integration/plan.iplan
plan integration-act "Integration Act" { kind statute; level national; period from 2022 }
actor board "Board" { type ministry }
mandate learn "Teach" { from board; to local; for land.refugees; in land.course }`,
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    const claimsIn = (scope: Scope): readonly Claim[] =>
      scope.of('mandate').flatMap((mandate) => {
        const duty: Duty = { mandate, giver: scope };
        if (forceOf(mandate) !== 'must' || mandate.has('when') || validity(duty, today) !== 'in force') return [];
        const [groups, phases] = [named(duty, plan, 'for'), named(duty, plan, 'in')];
        if (groups.length === 0 || phases.length === 0) return [];
        return [{ ...duty, groups, phases, levels: [...addresseesOf(duty, plan).levels], law: lawOf(duty), order: `${since(duty)} ${scope.id}.${mandate.id}` }];
      });
    const own = claimsIn(plan);
    if (own.length === 0) return;
    const claims = [...own, ...neighbours(plan).flatMap(claimsIn)].sort((a, b) => (a.order < b.order ? -1 : 1));
    for (const [i, one] of claims.entries()) {
      // Told once, at the older law; the newer one is told of by its name.
      if (one.giver !== plan) continue;
      for (const other of claims.slice(i + 1, i + 1 + MOST)) {
        if (one.law === other.law) continue;
        const levels = shared(one.levels, other.levels);
        const group = shared(one.groups, other.groups)[0];
        const phase = shared(one.phases, other.phases)[0];
        if (levels.length === 0 || group === undefined || phase === undefined) continue;
        report({
          at: one.mandate,
          message: say`"${one.mandate.title}" and "${other.mandate.title}" both bind ${spoken(levels)} for "${group.title}" in "${phase.title}", and neither goes first.`,
          instead: say`Say with "when" in which case the one applies and yields to the other.`,
          related: [{ at: other.mandate, message: say`This is the other duty.` }],
        });
        break;
      }
    }
  },
});

/** No country has more laws on integration at a time; the rest of a longer list is not worth the time it costs. */
const MOST = 100;

/** What a duty lays claim to: whose work, for whom and when. */
interface Claim extends Duty {
  readonly levels: readonly Level[];
  readonly groups: readonly Declaration[];
  readonly phases: readonly Declaration[];
  readonly law: string;
  /** By age, then by name. */
  readonly order: string;
}

/** The laws and plans that meet this one in a plan below it, and those above it. */
function neighbours(plan: Scope): readonly Scope[] {
  const ids = new Set([...plan.ancestors, ...plan.below, ...plan.below.flatMap((below) => below.ancestors)].map((scope) => scope.id));
  ids.delete(plan.id);
  return [...ids].flatMap((id) => plan.named(id) ?? []);
}

const lawOf = ({ mandate, giver }: Duty): string => mandate.one('basis')?.value?.text ?? giver.id;

const named = ({ mandate, giver }: Duty, plan: Scope, word: 'for' | 'in'): readonly Declaration[] =>
  mandate.refs(word).flatMap((ref) => meant(ref, giver, plan) ?? []);

const shared = <T>(a: readonly T[], b: readonly T[]): readonly T[] => a.filter((one) => b.includes(one));

const since = ({ mandate, giver }: Duty): string => (mandate.one('basis')?.value?.valid ?? giver.plan?.one('period')?.value)?.from?.start ?? '';
