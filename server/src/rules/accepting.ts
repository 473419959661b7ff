import { say, told } from '../text/say.ts';
import type { Family, Rule } from './rule.ts';

/** When a finding of a family may stand as it is, for rules that say nothing of their own about it. */
export const ACCEPTED: Readonly<Record<Family, string>> = {
  structure: 'Never by a waiver: mend the text. A rule that does not suit a whole repository is set in `iplan.config.json`.',
  names: 'When what the name stands for is on its way: the plan of another level that is still being written, a partner who is about to sign.',
  coverage:
    'When leaving it out is a decision and not an oversight: another plan covers it, a survey has to come first, or the council has chosen where to begin. What is left out for good is better said in the plan itself, with `excludes … because …`.',
  accountability:
    'When the answer is known and takes time: a post that is being filled, a reorganisation with a date, a task that several are still sharing out. Not because nobody wants it; that is what the rule is for.',
  monitoring:
    'When the figure is being made: a survey that has been ordered, a register that opens its data next year. Where the date is known, `tbd until` says so in the place itself.',
  participation:
    'When those who should have a say cannot be found or asked yet, as where hardly anybody has arrived. Somebody should be named who asks them by the day on which the waiver ends.',
  partners:
    'When the cooperation is older than its paper and the paper is being written, or when both sides have chosen to do without one and a public body stands behind the task.',
  funding:
    'When the money depends on a decision with a date, such as a budget or a grant that has been applied for. The waiver should end on the day after that decision.',
  mandates:
    'When the model is deliberate: a level that was left free on purpose, a duty that another body carries out by agreement. A municipality cannot mend a law, but it can say who is talking to those who can.',
  adoption: 'While the plan is on its way through the council, or where an older plan holds until this one takes over.',
  waivers: 'Never: mend the waiver that it speaks of, or remove it.',
};

/** When a finding of a rule may be accepted, and how that is written. */
export function accepting(rule: Rule): readonly string[] {
  const family = rule.id.slice(0, rule.id.indexOf('/')) as Family;
  const when = told(rule.accept ?? ACCEPTED[family]);
  const ofText = rule.check === undefined && rule.checkAny === undefined;
  if (ofText || family === 'structure' || family === 'waivers') return [when];
  return [
    when,
    '',
    '```iplan',
    `waive ${rule.id} on name-it until 2027-06-30`,
    '  approved by steering-group',
    `  because "${say`Why this is accepted for now`}"`,
    '```',
  ];
}
