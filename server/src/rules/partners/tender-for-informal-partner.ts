import { countryOf } from '../../model/place.ts';
import { say } from '../../text/say.ts';
import { isVolunteer } from '../accountability/_tasks.ts';
import { Called, called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { isInformal, type Partner } from './_partners.ts';
import { mustProcure, procuring } from './_procurement.ts';

export default rule({
  id: 'partners/tender-for-informal-partner',
  severity: 'information',
  summary: 'An informal partner has to win a tender.',
  why: 'Tenders are made for firms with an office and a lawyer. A group without paid staff loses them, or spends on paper the evenings it had for people. Where the law leaves another way open, it costs less and keeps the partner; where procurement is the only way, as in Norway, the rule says nothing.',
  grounding: [
    { cite: nordic('introduction'), finding: 'Rules of procurement are one more obstacle for organisations with a less formal frame.' },
    {
      cite: nordic('chapter on Sweden'),
      finding: 'Organisations met practical difficulties, among them paperwork and procurement; an authority there need not procure all it wants done.',
    },
  ],
  options: procuring,
  good: [
    `partner walkers "Walking neighbours" {
  type volunteer-group
  role informal
  agreement "Small grant" { kind subsidy }
}`,
    `# Here it is the only way.
plan a "A" { level local; period 2025 to 2028; country NO }
partner walkers "Walking neighbours" {
  type volunteer-group
  role informal
  agreement "Walks" { kind tender }
}`,
    `# A provider with an office can bid.
partner school "Language school" {
  type school
  role formal
  agreement "Courses" { kind tender }
}`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028; country SE }
partner walkers "Walking neighbours" {
  type volunteer-group
  role informal
  agreement "Walks" {
    kind tender
    ^^^^^^^^^^^ Agreement "Walks" makes partner "Walking neighbours", which is informal, win a tender.
  }
}`,
  ],
  check(plan, report, context) {
    if (mustProcure(plan, context)) return;
    for (const agreement of plan.of('agreement')) {
      const kind = agreement.one('kind');
      if (kind?.value !== 'tender') continue;
      const parties = [...(agreement.parent?.is('partner') ? [agreement.parent] : []), ...plan.findAll(agreement.refs('parties'))];
      const light = parties.find((party) => isInformal(party) || isVolunteer(party)) as Partner | undefined;
      if (light === undefined) continue;
      report({
        at: kind,
        about: agreement,
        message: isInformal(light)
          ? say`${Called(agreement)} makes ${called(light)}, which is informal, win a tender.`
          : say`${Called(agreement)} makes ${called(light)}, which rests on volunteers, win a tender.`,
        instead:
          countryOf(plan, context.jurisdiction) === 'SE'
            ? say`Where no market is there to bid, a partnership will do; a small grant may, too.`
            : say`See whether a grant or a partnership is open to you for this.`,
      });
    }
  },
});
