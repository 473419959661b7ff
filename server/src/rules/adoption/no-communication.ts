import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { isReceiving, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { hasTakenShape, isWhole, owesMeasures } from '../coverage/_plan.ts';
import { anyOf, wordsOf } from '../coverage/_words.ts';
import { takingPart } from '../participation/_people.ts';
import { rule } from '../rule.ts';
import { busengdal, osce, wholeComm } from '../sources.ts';

/** Words for making something known, and for talking with those who doubt it. They only ever keep the rule silent. */
const MAKING_KNOWN = anyOf(
  'communicat',
  'inform(?!al)',
  'awareness',
  'campaign',
  'attitudes?\\b',
  'dialogue',
  'open (?:day|house|meeting)',
  'public (?:meeting|debate|relations)',
  'talks? (?:about|with)',
  'press\\b',
  'newsletter',
  'kommuni[ck]a',
  'holdning',
  'attityd',
  'folkemøte',
  'åpen dag',
  'voorlicht',
  'communicatie',
  'beeldvorming',
  'öffentlichkeit',
  'aufklärung',
  'sensibilis',
  'sensibilizaci',
  'sensibilizzazion',
  'kampan[jg]',
  'campagne',
);

export default rule({
  id: 'adoption/no-communication',
  severity: 'information',
  absence: true,
  summary: 'Nobody makes the plan known, inside the administration or outside.',
  why: 'A plan that those who are to act on it have not heard of is not carried out; and where the municipality says nothing of what it does and why, others tell the story. Attitudes in offices and councils need to be spoken with as much as those of neighbours.',
  grounding: [
    { cite: busengdal('Introduction'), finding: 'Reservations about immigration are found in administrations and politics as well.' },
    { cite: osce('2.4'), finding: 'Vague words, or giving way when the public is reluctant, turn against those who use them.' },
    { cite: wholeComm('4.2.3.1'), finding: 'In one town false stories about newcomers went round until a strategy of communication was planned.' },
    { cite: wholeComm('4.1.4'), finding: 'None of those interviewed in one municipality mentioned its own action plan.' },
  ],
  good: [
    'measure a "Information for residents"\nmeasure b "Course"\nmeasure c "Homes"',
    'measure a "Café" { about "Open house, to talk about what is planned" }\nmeasure b "Course"\nmeasure c "Homes"',
    '# The society that receives is told.\ngroup residents "Residents" { kind receiving-society }\nmeasure a "Reception centre" { informed residents }\nmeasure b "Course"\nmeasure c "Homes"',
    '# Somebody whose task it is takes part.\nmeasure a "Café" { with press }\nmeasure b "Course"\nmeasure c "Homes"\nactor press "Press and communication office" { type department }',
    '# A plan that has hardly begun is left in peace.\nmeasure a "Café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Nothing in plan "Town" makes it known or answers for it in public.\nmeasure a "Café"\nmeasure b "Course"\nmeasure c "Informal meetings"',
  ],
  check(plan, report) {
    const { head } = plan;
    if (head === undefined || !isWhole(plan) || !owesMeasures(plan) || !hasTakenShape(plan)) return;
    if (tasksOf(plan).some((task) => MAKING_KNOWN.test(wordsOf(task)) || plan.findAll(task.refs('informed')).some(isPublic))) return;
    if ([...takingPart(plan)].some(isSpeaking) || speaksByGoal(plan)) return;
    report({
      at: head,
      message: say`Nothing in plan "${plan.title}" makes it known or answers for it in public.`,
      instead: say`Add a measure that tells staff, politicians and residents of it, with somebody who leads it; or say who is told: informed ….`,
    });
  },
});

const isPublic = (one: Declaration): boolean => one.is('group') && isReceiving(one);

const isSpeaking = (one: Declaration): boolean => (one.is('actor', 'partner') && one.one('type')?.value === 'media') || MAKING_KNOWN.test(one.title);

/** Whether awareness is something the plan wants to reach. */
const speaksByGoal = (plan: Scope): boolean => plan.of('goal', 'target').some((aim) => MAKING_KNOWN.test(aim.title));
