import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { type Level, spoken } from '../mandates/_duties.ts';
import { promise } from '../mend.ts';
import { Called, listed, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';

const RANKS = ['eu', 'national', 'regional', 'local'];
/** Organisations that belong to a level by what they are. */
const LEVEL_OF: Readonly<Record<string, string>> = { municipality: 'local', region: 'regional' };

export default rule({
  id: 'funding/unfunded-mandate',
  severity: 'error',
  absence: true,
  silencedAt: ['mandates/partial-decentralisation'],
  summary: 'A duty is given to a level below, and no money comes with it.',
  why: 'A level that gives a duty without the means has passed on a bill. The level below must take the money from something else, or do the duty badly and be blamed for it; and where it is poor, people get less of what the law promises to all. The money is a matter of the plan or law that gives the duty, so it is reported there.',
  grounding: [
    { cite: osce('3.1'), finding: 'National policies ask cities to act, on language courses or on housing, without enough money for it.' },
    { cite: osce('4'), finding: 'What is agreed between levels needs clear financial commitments that reach the local level.' },
    { cite: wholeComm('4.3.D'), finding: 'Local governments and those who work with them were given tasks without enough money.' },
  ],
  gathered: 'are given to levels below without money',
  good: [
    `plan state "State" { kind strategy; level national; period 2025 to 2030 }
actor government "Government" { type government; level national }
mandate settle "Settle refugees" { from government; to local; force must; funding 2370 EUR per person }`,
    `# A recommendation binds nobody.
plan state "State" { kind strategy; level national; period 2025 to 2030 }
actor government "Government" { type government; level national }
mandate involve "Involve civil society" { from government; to local; force should }`,
    `# What a level asks of itself is in its own budget.
plan state "State" { kind strategy; level national; period 2025 to 2030 }
actor government "Government" { type government; level national }
actor agency "Reception agency" { type agency; level national }
mandate receive "Receive asylum seekers" { from government; to agency; force must }`,
    `# What is asked of people is no task of a level.
plan state "State" { kind strategy; level national; period 2025 to 2030 }
actor government "Government" { type government; level national }
group newcomers "Newcomers"
mandate learn "Learn the language" { from government; to newcomers; force must }`,
    `# A law that is no longer in force.
plan act "Act" { kind statute; level national; period 2013 to 2021; status superseded }
actor government "Government" { type government; level national }
mandate settle "Settle refugees" { from government; to local; force must }`,
  ],
  bad: [
    `plan act "Act" { kind statute; level national; period from 2022 }
actor government "Government" { type government; level national }
mandate settle "Settle refugees" { from government; to local; force must; discretion instruments }
        ^^^^^^ Mandate "Settle refugees" is given to municipalities, and no money comes with it.`,
    `plan county "County" { kind strategy; level regional; period 2025 to 2030 }
actor council "County council" { type region }
actor towns "Municipalities" { type municipality; each of municipality }
mandate report "Report every year" { from council; to towns; force must; discretion instruments }
        ^^^^^^ Mandate "Report every year" is given to Municipalities, and no money comes with it.`,
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    const own = Math.max(...plan.levels.map((level) => RANKS.indexOf(level)), -1);
    for (const mandate of plan.of('mandate')) {
      if ((mandate.one('force')?.value ?? 'must') !== 'must' || mandate.has('funding')) continue;
      const giver = Math.max(...plan.findAll(mandate.refs('from')).map(rankOf));
      const rank = giver >= 0 ? giver : own;
      const below = rank < 0 ? [] : receiversOf(mandate, plan).filter((one) => one.rank > rank);
      if (below.length === 0) continue;
      const promised = mandate.one('funding');
      report({
        at: mandate,
        message: say`${Called(mandate)} is given to ${listed(below.map((one) => one.name))}, and no money comes with it.`,
        instead: say`Say with "funding" which money comes with it, or which general grant is meant to cover it.`,
        ...(promised === undefined ? { fix: promise(mandate, 'funding', today) } : { tbd: promised.tbd }),
      });
    }
  },
});

const rankOf = (holder: Declaration): number => {
  if (!holder.is('actor', 'partner', 'body')) return -1;
  const { level, type } = Object.fromEntries(holder.facts.map((fact) => [fact.word, fact.value])) as { level?: string; type?: string };
  return RANKS.indexOf(level ?? LEVEL_OF[type ?? ''] ?? '');
};

/** Whom a mandate is given to, and at which level they are. */
const receiversOf = (mandate: Declaration<'mandate'>, plan: Scope): readonly { name: string; rank: number }[] =>
  mandate
    .all('to')
    .flatMap((fact) => fact.value ?? [])
    .map((to) => {
      if (typeof to === 'string') return { name: spoken([to as Level]), rank: RANKS.indexOf(to) };
      const holder = plan.resolve(to.name)?.declaration;
      return { name: holder?.title ?? to.name, rank: holder === undefined ? -1 : rankOf(holder) };
    });
