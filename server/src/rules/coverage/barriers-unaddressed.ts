import { tasksOf } from '../../model/tasks.ts';
import { say, told } from '../../text/say.ts';
import { listed, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { hasTakenShape, isWhole, owesMeasures } from './_plan.ts';
import { HELPS, wordsOf } from './_words.ts';

export default rule({
  id: 'coverage/barriers-unaddressed',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'Nothing in the plan helps people to come to what it offers.',
  why: 'A course that cannot be reached by bus, a club with a fee, a leaflet in one language: the offer is there, and those it is for are not. What keeps them out is mostly small and known, and it is cheaper to remove than the offer was to make.',
  grounding: [
    {
      cite: nordic('introduction'),
      finding: 'Newcomers do not know the associations of the place, and fees, equipment and the way there keep out those who do.',
    },
    {
      cite: nordic('on sports clubs'),
      finding: 'Parents take their children out of sport for want of money, and children are hard to reach through their parents.',
    },
    { cite: nordic('chapter on Åland'), finding: 'Newcomers lack information on public transport and on what there is for them.' },
    { cite: wholeComm('4.2.2'), finding: 'In rural places there is hardly any public transport, and the language school lies in another town.' },
  ],
  good: [
    'measure a "Bus tickets for learners"\nmeasure b "Free membership in clubs"\nmeasure c "Interpreters at the health centre"\nmeasure d "Home visits that tell of the offers"',
    '# A plan that has hardly begun is left in peace.\nmeasure cafe "Café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Nothing in plan "Town" speaks of the way there, what it costs and who tells people of it.\nmeasure course "Language course with an interpreter"\nmeasure club "Choir"\nmeasure homes "Homes"',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !owesMeasures(plan) || !hasTakenShape(plan)) return;
    const steps = (task: (typeof tasks)[number]) =>
      task.facts.flatMap((fact) => (fact.word === 'step' ? [(fact.value as { title?: string })?.title ?? ''] : []));
    const tasks = tasksOf(plan);
    const words = tasks.map((task) => [wordsOf(task), ...steps(task)].join('\n')).join('\n');
    const missing = Object.entries(HELPS).flatMap(([what, said]) => (said.test(words) ? [] : [what]));
    if (missing.length === 0) return;
    report({
      at: plan.head,
      message: say`Nothing in plan "${plan.title}" speaks of ${listed(missing.map(told))}.`,
      instead: say`Ask those who stay away what keeps them, and write what is done about it into the measures.`,
    });
  },
});
