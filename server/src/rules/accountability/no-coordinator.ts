import { hasKeyPerson } from '../../model/place.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { busengdal, osce } from '../sources.ts';
import { isOver } from './_tasks.ts';

export default rule({
  id: 'accountability/no-coordinator',
  severity: 'error',
  absence: true,
  summary: 'Nobody coordinates the plan.',
  why: 'Integration runs across every sector, and every sector has something more urgent. Without somebody whose task it is to push, the plan is remembered when its period ends.',
  grounding: [
    {
      cite: busengdal('Results › Higher strategic level'),
      finding: 'Public health and environment have a coordinator in a municipality; integration commonly has none, and misses the strategic work.',
    },
    {
      cite: busengdal('Results › Distribution of sector responsibility'),
      finding: 'The topic is easily neglected where nobody pushes it or brings it into planning.',
    },
    { cite: osce('4'), finding: 'Where it works there is usually a coordinating body with means of its own and a strong mandate.' },
  ],
  options: { smallCommunity: { default: 5000, doc: 'Up to so many residents, one person who holds the threads is enough.' } },
  good: [
    `plan a "A" { level local; period 2025 to 2028; coordinator office }
actor office "Office" { type department }`,
    `plan a "A" { level local; period 2025 to 2028 }
group all "Residents" { kind receiving-society; size 1200 persons on 2024 }
actor key "Refugee adviser" { type post }
measure cafe "Language café" { lead key }`,
    `# The place has become smaller.
plan a "A" { level local; period 2025 to 2028 }
group all "Residents" { kind receiving-society; size 5200 persons on 2014; size 4600 persons on 2024 }
actor key "Refugee adviser" { type post }
measure cafe "Language café" { lead key }`,
    'plan a "A" { level local; period 2021 to 2024; status closed }',
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ Nobody coordinates plan "A".`,
    `# today: 2026-03-01
plan a "A" { level local; period 2025 to 2028; coordinator office until 2025-06 }
     ^ Nobody coordinates plan "A" since 2025-06.
actor office "Office" { type department }`,
  ],
  check(plan, report, { today, options }) {
    const head = plan.plan;
    // A project is led by whoever carries it; the research speaks of plans that many departments share.
    if (head === undefined || plan.planKind === 'project' || isOver(plan)) return;
    const now = head.all('coordinator').filter((fact) => fact.tbd === undefined && (fact.value?.until === undefined || fact.value.until.end >= today));
    if (now.length > 0 || hasKeyPerson(plan, Number(options.smallCommunity))) return;
    const last = head.all('coordinator').at(-1);
    report({
      at: head,
      message:
        last?.value?.until === undefined
          ? say`Nobody coordinates plan "${head.title}".`
          : say`Nobody coordinates plan "${head.title}" since ${last.value.until.text}.`,
      instead: say`Name a role with "coordinator", and give it the time for it.`,
      ...(last?.tbd === undefined
        ? { fix: addStatement(head, `coordinator ${plan.of('actor').find((actor) => actor.one('type')?.value === 'post')?.id ?? 'name-who-coordinates'}`) }
        : { tbd: last.tbd }),
    });
  },
});
