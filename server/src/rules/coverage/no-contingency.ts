import { fieldsOf } from '../../model/coverage.ts';
import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';
import { nordic, osce, wholeComm } from '../sources.ts';
import { isOver } from './_plan.ts';
import { SURGE, wordsOf } from './_words.ts';

export default rule({
  id: 'coverage/no-contingency',
  severity: 'information',
  absence: true,
  summary: 'The plan receives people whose number changes, and does not say what happens when many come.',
  why: 'Arrivals do not keep to plans. When twice as many come, somebody opens a sports hall and calls for volunteers; a plan that says who that is and with what money keeps the rest of its measures standing.',
  grounding: [
    { cite: osce('2.4'), finding: 'The arrivals of 2015 and 2016 put coordination within the city and with the state to the test.' },
    { cite: wholeComm('3.1'), finding: 'Reception could not follow the rise and fall in the number of those who came.' },
    { cite: nordic('chapter on Finland'), finding: 'More immigrants would strain the services and their means.' },
  ],
  good: [
    'sector reception "Reception" {\n  field reception\n  responsibility centre "Centre"\n  measure reserve "Emergency places in the sports hall"\n}',
    '# A risk that somebody watches is thought of.\nplan town "Town" { level local; period 2025; risk "Sudden arrivals" by office }\nactor office "Office" { type department }\nsector reception "Reception" {\n  field reception\n  responsibility centre "Centre"\n}',
    '# Courses in a centre that somebody else runs receive nobody.\nsector reception "Reception" {\n  field reception\n  measure course "Courses in the centre"\n}',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Plan "Town" does not say what happens when more people come than expected (sector "Reception").\nsector reception "Reception" {\n  field reception\n  responsibility centre "Centre"\n}',
    '--- state/plan.iplan\nplan state "State" { level national; period 2025 }\nactor government "Government" { type government }\nmandate house "House refugees" { from government; to local; target 27 persons refreshed every 6 months }\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\n     ^^^^ Plan "Town" does not say what happens when more people come than expected (responsibility "House refugees").\nresponsibility housing "House refugees" { fulfils house }',
  ],
  check(plan, report) {
    if (plan.plan === undefined || isOver(plan)) return;
    const receiving =
      plan.of('sector').find((sector) => fieldsOf(sector).includes('reception') && sector.childrenOf('responsibility').length > 0) ??
      tasksOf(plan).find((task) =>
        plan
          .findAll(task.refs('fulfils'))
          .some(
            (mandate) =>
              mandate.is('mandate') && mandate.all('target').some((fact) => (fact.value as { refreshed?: unknown } | undefined)?.refreshed !== undefined),
          ),
      );
    if (receiving === undefined) return;
    const said = [
      ...plan.of('responsibility', 'measure', 'body', 'fund', 'phase', 'group').map(wordsOf),
      ...['risk', 'assumption']
        .flatMap((word) => [plan.plan, ...plan.of('measure')].flatMap((one) => one?.facts.filter((fact) => fact.word === word) ?? []))
        .map(textOf),
    ];
    if (said.some((text) => SURGE.test(text))) return;
    report({
      at: plan.plan,
      message: say`Plan "${plan.title}" does not say what happens when more people come than expected (${called(receiving)}).`,
      instead: say`Add a measure for it, or name it with "risk" and who watches it.`,
      related: [{ at: receiving, message: say`Here the number of people changes.` }],
    });
  },
});

const textOf = ({ value }: { readonly value: unknown }): string => (typeof value === 'string' ? value : ((value as { text?: string } | undefined)?.text ?? ''));
