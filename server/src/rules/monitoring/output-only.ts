import { inPercent } from '../../model/aims.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { isCounted } from './_figures.ts';

export default rule({
  id: 'monitoring/output-only',
  severity: 'information',
  summary: 'The plan counts what is done, and measures nothing that comes of it.',
  why: 'Courses held, places offered and persons registered show that the administration was busy. Whether people speak the language, keep their homes or find friends is another question, and it is the one the plan was made for. A count may stand for an outcome; when all of them are counts, somebody should look.',
  grounding: [
    {
      cite: wholeComm('3.1'),
      finding: 'Supervision of municipalities looked at how many refugees had been given a home, and at nothing that came after.',
    },
  ],
  good: [
    'indicator courses "Courses held" { unit courses }\nindicator graduates "Participants" { unit persons }\nindicator employment "Employment rate" { unit percent }',
    'indicator courses "Courses held" { unit courses }\nindicator graduates "Participants" { unit persons }\nindicator trust "What residents say of each other" { qualitative yes }',
    '# One or two figures are no pattern.\nindicator courses "Courses held" { unit courses }',
  ],
  bad: [
    'plan example "Example" { level local; period 2025 to 2028 }\n     ^^^^^^^ All 3 indicators of the plan count something; none is a share, a rate, a duration or a description.\nindicator courses "Courses held" { unit courses }\nindicator participants "Participants" { unit persons }\nindicator meetings "Meetings" { unit meetings }',
  ],
  check(plan, report) {
    const indicators = plan.of('indicator').filter((indicator) => indicator.has('unit') || !isCounted(indicator));
    if (plan.head === undefined || indicators.length < 3) return;
    const shows = indicators.some((indicator) => {
      const unit = String(indicator.one('unit')?.value ?? '');
      return (
        !isCounted(indicator) ||
        inPercent(indicator) ||
        indicator.has('at') ||
        /\b(?:per|index|points?|rate|ratio|score|grade|days?|weeks?|months?|years?|hours?)\b/i.test(unit) ||
        /^[A-Z]{3}\b/.test(unit)
      );
    });
    if (!shows)
      report({
        at: plan.head,
        message: say`All ${indicators.length} indicators of the plan count something; none is a share, a rate, a duration or a description.`,
        instead: say`Add one that shows what came of it for people: the share who found work, kept their home, passed.`,
      });
  },
});
