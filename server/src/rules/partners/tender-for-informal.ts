import { isOver, isVolunteer } from '../accountability/_tasks.ts';
import { Called, called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';

export default rule({
  id: 'partners/tender-for-informal',
  severity: 'warning',
  summary: 'An informal partner or a group of volunteers has to win a tender.',
  why: 'A tender asks for accounts, insurances and somebody who reads sixty pages. Those who are close to newcomers because they are few and informal do not have them; what they do is lost to whoever writes the better bid.',
  grounding: [
    {
      cite: nordic('on smaller municipalities and everyday integration'),
      finding: 'Rules of procurement are a further hindrance for organisations with less of a formal frame.',
    },
    {
      cite: nordic('chapter on Sweden'),
      finding: 'Organisations of civil society often met difficulties of structure and practice, bureaucracy and procurement among them.',
    },
  ],
  gathered: 'are tenders for informal partners',
  good: [
    'partner friends "Friends of the town" { type volunteer-group; role informal; agreement "Partnership" { kind partnership } }',
    '# A service provider lives on tenders.\npartner school "Language school" { type service-provider; role formal; agreement "Courses" { kind tender } }',
  ],
  bad: [
    'partner friends "Friends of the town" {\n  type volunteer-group\n  role informal\n  agreement cafe "Language café" { kind tender }\n            ^^^^ Agreement "Language café" is a tender, and partner "Friends of the town" is informal.\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const agreement of plan.of('agreement')) {
      if (agreement.one('kind')?.value !== 'tender') continue;
      const parties = [...(agreement.parent === undefined ? [] : [agreement.parent]), ...plan.findAll(agreement.refs('parties'))];
      const informal = parties.find((one) => one.kind === 'partner' && (one.one('role')?.value === 'informal' || isVolunteer(one)));
      if (informal === undefined) continue;
      report({
        at: agreement,
        message: `${Called(agreement)} is a tender, and ${called(informal)} is ${informal.one('role')?.value === 'informal' ? 'informal' : 'made of volunteers'}.`,
        instead: 'Where the law allows it, choose a partnership or a subsidy, or let a formal partner hold the contract and work with this one.',
        ...(informal !== agreement.parent && { related: [{ at: informal, message: 'The partner is declared here.' }] }),
      });
    }
  },
});
