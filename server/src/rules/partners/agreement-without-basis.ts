import { countryOf } from '../../model/place.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { isPaidPartnership, mustProcure, procuring } from './_procurement.ts';

/** Agreements that are neither bought nor granted: what allows them is not plain. */
const KINDS = new Set(['partnership', 'statutory']);

export default rule({
  id: 'partners/agreement-without-basis',
  severity: 'information',
  absence: true,
  summary: 'A partnership does not say what it rests on.',
  why: 'A contract has the law of procurement, a grant has its rules. A partnership between an authority and an organisation has what the two say of it: the law or decision that allows it. Where that is not written down, the first auditor who asks ends it. In Sweden such a partnership is open where no market is there to bid, and the basis says so.',
  grounding: [
    { cite: nordic('chapter on Sweden'), finding: 'It is not beyond doubt what partnerships between authorities and organisations rest on in law.' },
    { cite: nordic('chapter on Sweden'), finding: 'They are possible where nobody competes for a contract.' },
  ],
  gathered: 'do not say what they rest on',
  options: procuring,
  good: [
    `partner cross "Red Cross" {
  type ngo
  agreement "Partnership" { kind partnership; basis "Council decision 12/25" }
}`,
    `# A contract or a grant has its law.
partner cross "Red Cross" {
  type ngo
  agreement "Grant" { kind subsidy }
}`,
    `# Where such work is procured, another rule speaks.
plan a "A" { level local; period 2025 to 2028; country NO }
partner cross "Red Cross" {
  type ngo
  agreement "Partnership" { kind partnership; amount 400000 NOK per year }
}`,
  ],
  bad: [
    `partner cross "Red Cross" {
  type ngo
  agreement partnership "Partnership" { kind partnership }
            ^^^^^^^^^^^ Agreement "Partnership" does not say what it rests on.
}`,
    `plan a "A" { level local; period 2025 to 2028; country SE }
partner cross "Red Cross" {
  type ngo
  agreement iop "Idea-based partnership" { kind partnership; amount 400000 SEK per year }
            ^^^ Agreement "Idea-based partnership" does not say what it rests on.
}`,
  ],
  check(plan, report, context) {
    const procured = mustProcure(plan, context);
    for (const agreement of plan.of('agreement')) {
      if (!KINDS.has(agreement.one('kind')?.value ?? '') || agreement.has('basis')) continue;
      if (procured && isPaidPartnership(agreement, plan)) continue;
      const promised = agreement.one('basis');
      report({
        at: agreement,
        message: say`${Called(agreement)} does not say what it rests on.`,
        instead:
          countryOf(plan, context.jurisdiction) === 'SE'
            ? say`Say with "basis" which decision it rests on, and that no market is there to bid for the work.`
            : say`Say with "basis" which law or decision it rests on.`,
        ...(promised === undefined ? { fix: addStatement(agreement, `basis "${say`TODO: the law or decision`}"`) } : { tbd: promised.tbd }),
      });
    }
  },
});
