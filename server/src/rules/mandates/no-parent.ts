import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { isOver } from './_duties.ts';

export default rule({
  id: 'mandates/no-parent',
  severity: 'information',
  absence: true,
  summary: 'A local or regional plan does not say which plan or law stands above it.',
  why: 'What a town may do, must do and is paid for is decided above it. A plan that names what it stands under can be read with it: duties, money and figures need not be repeated, and what is missing comes to light. Where there is nothing above, that is worth a line as well.',
  grounding: [
    { cite: osce('2.2'), finding: 'Instruments made by cities fill gaps that national frameworks leave, or have not filled yet.' },
    { cite: osce('3.1'), finding: 'Where the state denies that there is anything to integrate, long-term policy is ruled out from the start.' },
  ],
  good: [
    'plan town "Town" { level local; period 2025 to 2028; under "National strategy 2024–2030" }',
    'plan town "Town" { level local; period 2025 to 2028; under "No national framework exists" }',
    '# A law that is for its level stands above it too.\nplan town "Town" { level local; period 2025 to 2028; uses act }\n--- act.iplan\nframework act "Act" { for local }',
    '# A project answers to those who pay for it.\nplan pilot "Pilot" { kind project; level local; period 2025 }',
  ],
  bad: [
    `plan town "Town" { level local; period 2025 to 2028 }
     ^^^^ Plan "Town" does not say which plan or law stands above it.`,
    '# A charter that cities sign stands beside the plan, not above it.\nplan town "Town" { level local; period 2025 to 2028; uses charter }\n     ^^^^ Plan "Town" does not say which plan or law stands above it.\n--- charter.iplan\nframework charter "Charter"',
  ],
  check(plan, report) {
    const head = plan.plan;
    if (head === undefined || isOver(plan) || ['project', 'statute'].includes(plan.planKind)) return;
    if (plan.levels.length === 0 || plan.levels.some((level) => level === 'national' || level === 'eu')) return;
    if (head.has('under', 'implements') || plan.frameworks.some((framework) => framework.head?.facts.some((fact) => fact.word === 'for'))) return;
    const promised = head.one('under');
    report({
      at: head,
      message: say`Plan "${head.title}" does not say which plan or law stands above it.`,
      instead: say`Name it with "under": a plan, or a text for what lies elsewhere; where there is none, say so in the text.`,
      ...(promised === undefined ? { fix: addStatement(head, `under "${say`TODO: the plan or law above`}"`) } : { tbd: promised.tbd }),
    });
  },
});
