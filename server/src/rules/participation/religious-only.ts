import { say } from '../../text/say.ts';
import { isCivilSociety, isOver } from '../accountability/_tasks.ts';
import { listed, rule } from '../rule.ts';
import { nordic } from '../sources.ts';

export default rule({
  id: 'participation/religious-only',
  severity: 'information',
  summary: 'Religious communities are all of civil society that the plan knows.',
  why: 'Churches and mosques are often the first to help. Yet somebody who fled in the name of a religion may not enter them, and whoever is known through one leader only is known as he sees them.',
  grounding: [
    { cite: nordic('on religious communities'), finding: 'Having to report to a church did not feel safe to some refugees.' },
    { cite: nordic('on religious communities'), finding: 'A religious leader is not always the best guide, since he may know little of local society.' },
  ],
  good: [
    'partner church "Church" { type religious-community }\npartner club "Club" { type sports-club }\nmeasure cafe "Café" { responsible church }\nmeasure sport "Sport" { responsible club }',
    '# No civil society at all is another finding.\nactor office "Office" { type department }\nmeasure cafe "Café" { lead office }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 }\n     ^^^^ The only part of civil society in plan "Town" is religious: "Church".\npartner church "Church" { type religious-community }\nmeasure cafe "Café" { responsible church }',
  ],
  check(plan, report) {
    if (plan.plan === undefined || plan.planKind === 'project' || isOver(plan)) return;
    const named = new Set(plan.of('responsibility', 'measure', 'body', 'consultation').flatMap((one) => plan.findAll(one.refs())));
    const civil = [...named].filter(isCivilSociety);
    if (civil.length === 0 || civil.some((one) => one.is('actor', 'partner') && one.one('type')?.value !== 'religious-community')) return;
    report({
      at: plan.plan,
      message: say`The only part of civil society in plan "${plan.title}" is religious: ${listed(civil.map((one) => `"${one.title}"`))}.`,
      instead: say`Bring in others beside them: a sports club, an association of migrants, a place that belongs to nobody.`,
      related: civil.slice(0, 3).map((one) => ({ at: one, message: say`It is declared here.` })),
    });
  },
});
