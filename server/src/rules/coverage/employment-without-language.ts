import { Called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'coverage/employment-without-language',
  severity: 'warning',
  absence: true,
  summary: 'Work is sought for a group that is offered no language.',
  why: 'A job that needs no language is a job without a way up. Where work and language are planned apart, the first job is often the last.',
  grounding: [{ cite: wholeComm('on work and language'), finding: 'Those who were hurried into work had no time left to learn the language.' }],
  gathered: 'seek work for groups to whom the plan offers no language',
  good: [
    `sector work "Work" {
  field work
  measure job "Job" { for new }
}
sector language "Language" {
  field language
  measure course "Course" { for new }
}
group new "Newcomers" { status refugee }`,
  ],
  bad: [
    `sector work "Work" {
  field work
  measure job "Job" { for new }
          ^^^ Measure "Job" seeks work for "Newcomers", to whom the plan offers no language.
}
sector language "Language" { field language }
group new "Newcomers" { status refugee }`,
  ],
  check(plan, report) {
    const inField = (field: string) =>
      plan.of('measure', 'responsibility').filter(
        (task) =>
          plan
            .sectorOf(task)
            ?.all('field')
            .some((fact) => fact.value?.includes(field as 'work')) === true,
      );
    const taught = new Set(inField('language').flatMap((task) => plan.findAll(task.refs('for'))));
    const open = inField('language').some((task) => !task.has('for'));
    if (open) return;
    for (const measure of inField('work')) {
      if (measure.kind !== 'measure') continue;
      const without = plan
        .findAll(measure.refs('for'))
        .filter((group) => group.is('group') && group.one('kind')?.value !== 'receiving-society' && !taught.has(group));
      if (without.length === 0) continue;
      report({
        at: measure,
        message: `${Called(measure)} seeks work for ${listed(without.map((group) => `"${group.title}"`))}, to whom the plan offers no language.`,
        instead: 'Plan language for them too, beside or at work.',
      });
    }
  },
});
