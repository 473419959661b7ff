import { addStatement, Called, rule } from '../rule.ts';
import { penninx } from '../sources.ts';

export default rule({
  id: 'accountability/no-accountable',
  severity: 'error',
  absence: true,
  summary: 'A responsibility or measure has nobody who answers for it.',
  why: 'A duty that belongs to everybody is done by nobody. Naming the one office that answers for it tells the council whom to ask, and tells that office that it will be asked.',
  grounding: [
    {
      cite: penninx('on responsibility and payment'),
      finding: 'Policy stays on paper where nobody is named as responsible for it or as paying for it.',
    },
  ],
  gathered: 'have nobody accountable',
  good: [
    'measure cafe "Language café" { lead library }\nactor library "Library" { type department }',
    'measure old "Old course" { status cancelled because "No demand" }',
  ],
  bad: [
    'measure cafe "Language café" {\n        ^^^^ Measure "Language café" has nobody accountable.\n  responsible library\n}\nactor library "Library" { type department }',
  ],
  check(plan, report) {
    for (const task of plan.of('responsibility', 'measure')) {
      if (task.has('accountable', 'lead') || task.one('status')?.value?.word === 'cancelled') continue;
      const tbd = task.all('accountable')[0]?.tbd ?? task.all('lead')[0]?.tbd;
      report({
        at: task,
        message: `${Called(task)} has nobody accountable.`,
        instead: 'Name the one role that answers for it with "accountable", or with "lead" if it also does the work.',
        ...(tbd && { tbd }),
        fix: addStatement(task, 'accountable '),
      });
    }
  },
});
