import { addMonths } from '../../language/dates.ts';
import { aimOf } from '../../model/aims.ts';
import { daysOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { rule } from '../rule.ts';
import { nordic, penninx } from '../sources.ts';
import { endOf, plansNamed } from './_decision.ts';

export default rule({
  id: 'adoption/short-horizon',
  severity: 'information',
  thorough: true,
  summary: 'Every target falls due before the next election.',
  why: 'Integration takes years for one person and a generation for a family. A plan that looks no further than the council that adopted it will be judged by what was quick, and its successor will begin anew.',
  grounding: [
    { cite: penninx('1.2'), finding: 'Integration can take two generations, and politics thinks from one election to the next.' },
    { cite: nordic('on small communities'), finding: 'That coming to belong takes time can hardly be said too often.' },
  ],
  options: { years: { default: 4, doc: 'The years between two elections.' } },
  good: [
    'plan town "Town" { level local; period 2025 to 2028 }\ntarget jobs "In work" { at least 60% by 2028 }\ntarget equal "As many in work as others" { at least 75% by 2035 }',
    '# A long-term goal looks further than the targets on the way.\nplan town "Town" { level local; period 2025 to 2028 }\ngoal equal "Equal chances" { horizon long }\ntarget jobs "In work" { at least 60% by 2028 }\ntarget homes "Own home" { at least 70% by 2028 }',
    '# The plan that it puts into practice looks further.\nplan town "Town" { level local; period 2025 to 2028; implements vision }\ntarget jobs "In work" { at least 60% by 2028 }\ntarget homes "Own home" { at least 70% by 2028 }\n--- vision/plan.iplan\nplan vision "Vision" { kind strategy; level local; period 2020 to 2040 }',
    '# For those who come last, the time runs on after the plan.\nplan town "Town" { level local; period 2025 to 2028 }\ntarget jobs "In work" { at least 60% 5 years after arrival }\ntarget homes "Own home" { at least 70% by 2027 }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ All 2 targets of plan "Town" fall due within 4 years.\ntarget jobs "In work" { at least 60% by 2027 }\ntarget homes "Own home" { at least 70% by 2028 }',
  ],
  check(plan, report, { options }) {
    const { plan: head } = plan;
    const from = head?.one('period')?.value?.from;
    if (head === undefined || from === undefined || plan.planKind === 'project' || isOver(plan)) return;
    const years = Number(options.years);
    const next = addMonths(daysOf(from, plan).start, years * 12);
    const deadlines = plan.of('target').flatMap((target) => aimOf(target)?.deadline ?? []);
    const isSoon = (deadline: (typeof deadlines)[number]) => deadline.kind === 'date' && daysOf(deadline.date, plan).end < next;
    if (deadlines.length < 2 || !deadlines.every(isSoon)) return;
    if (plan.of('goal').some((goal) => goal.one('horizon')?.value === 'long')) return;
    if ([...plansNamed(plan, 'implements'), ...plansNamed(plan, 'under')].some((wider) => (endOf(wider)?.day ?? '') >= next)) return;
    report({
      at: head,
      message: say`All ${deadlines.length} targets of plan "${plan.title}" fall due within ${years} years.`,
      instead: say`Say where it is to lead in ten or twenty years, with a goal of "horizon long" or a later target, and make these its milestones.`,
    });
  },
});
