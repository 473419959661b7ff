import { owedGroups, reachedGroups } from '../../model/reach.ts';
import { say } from '../../text/say.ts';
import { listed, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { isOver, placeOf } from './_plan.ts';

export default rule({
  id: 'coverage/legal-status-gap',
  severity: 'error',
  absence: true,
  summary: 'The plan serves people of some legal statuses and does nothing for those of another that it names.',
  why: 'Rights differ with the paper a person holds, needs do not. Where a programme is tied to a status, those who came another way live in the same street with the same questions and find every door closed; and no office has failed, since none had them to look after.',
  grounding: [
    {
      cite: wholeComm('4.1'),
      finding:
        'Residents without a permit had little or no access to the services of the place they lived in, and organisations could hardly serve those whose claim was rejected.',
    },
    { cite: nordic('chapter on Iceland'), finding: 'A programme of a year was there for quota refugees only; those who came on their own had none.' },
    { cite: nordic('conclusions'), finding: 'Public authorities are formally responsible for quota refugees above all.' },
  ],
  gathered: 'have a legal status that nobody does anything for',
  good: [
    'group refugees "Refugees" { status refugee }\ngroup rejected "Rejected asylum seekers" { status rejected }\nmeasure cafe "Language café" { for refugees, rejected }',
    '# Another group of the same status is served.\ngroup refugees "Refugees" { status refugee }\ngroup young "Young refugees" { status refugee }\nmeasure cafe "Language café" { for refugees }',
    '# Where nothing is said of whom the measures are for, nobody is shut out by name.\ngroup rejected "Rejected asylum seekers" { status rejected }\nmeasure cafe "Language café"',
  ],
  bad: [
    'group refugees "Refugees" { status refugee }\ngroup rejected "Rejected asylum seekers" { status rejected }\n      ^^^^^^^^ Nothing in the plan reaches people with the legal status "rejected" (group "Rejected asylum seekers").\nmeasure cafe "Language café" { for refugees }',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const reached = reachedGroups(plan);
    const served = new Set([...reached].flatMap((group) => group.all('status').flatMap((fact) => fact.value ?? [])));
    if (served.size === 0) return;
    for (const [group, place] of owedGroups(plan)) {
      if (reached.has(group)) continue;
      // Citizens have every right already.
      const left = group
        .all('status')
        .flatMap((fact) => fact.value ?? [])
        .filter((status) => status !== 'citizen' && !served.has(status));
      if (left.length === 0) continue;
      report({
        at: placeOf(place),
        about: group,
        message: say`Nothing in the plan reaches people with the legal status ${listed(left.map((status) => `"${status}"`))} (group "${group.title}").`,
        instead: say`Add what is done for them, or open a measure to them with "for".`,
        ...('ref' in place && { related: [{ at: group, message: say`The group is declared here.` }] }),
      });
    }
  },
});
