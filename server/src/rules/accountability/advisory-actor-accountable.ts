import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { answering, doing, openTasks } from './_tasks.ts';

const ADVISING = new Set(['association-of-municipalities', 'city-network', 'employers-association']);

export default rule({
  id: 'accountability/advisory-actor-accountable',
  severity: 'warning',
  summary: 'Somebody who can only advise answers for what others do.',
  why: 'An association speaks for its members and cannot order them about; an advisory council is heard and does not decide. Where one of them answers for what others must do, nobody does.',
  grounding: [{ cite: wholeComm('4.3.C'), finding: 'The association of municipalities cannot oblige its members to anything; it can advise them.' }],
  gathered: 'are answered for by somebody who can only advise those who do them',
  good: [
    '# What it does itself it can answer for.\npartner towns "Association of towns" { type association-of-municipalities }\nmeasure guide "Write a guide" { lead towns }',
    'partner towns "Association of towns" { type association-of-municipalities }\nactor office "Office" { type department }\nmeasure intake "The same intake everywhere" { accountable towns; responsible office; authority "Members have transferred the decision by contract" }',
  ],
  bad: [
    'partner towns "Association of towns" { type association-of-municipalities }\nactor office "Office" { type department }\nmeasure intake "The same intake everywhere" { accountable towns; responsible office }\n        ^^^^^^ Partner "Association of towns" answers for measure "The same intake everywhere", but can only advise Office.',
    'body council "Integration council" { kind stakeholder-council; advises "The municipal council" }\nactor office "Office" { type department }\nmeasure homes "Homes" { accountable council; responsible office }\n        ^^^^^ Body "Integration council" answers for measure "Homes", but can only advise Office.',
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const [answers] = answering(task, plan);
      if (answers === undefined || !canOnlyAdvise(answers) || task.has('authority', 'basis')) continue;
      const others = doing(task, plan).filter((doer) => doer !== answers);
      if (others.length === 0) continue;
      report({
        at: task,
        message: say`${Called(answers)} answers for ${called(task)}, but can only advise ${listed(others.map((other) => other.title))}.`,
        instead: say`Let somebody answer who can decide, and name this one with "consulted" or "supported by".`,
        related: [{ at: answers, message: say`It advises.` }],
      });
    }
  },
});

const canOnlyAdvise = (holder: Declaration): boolean =>
  holder.is('body') ? holder.has('advises') && !holder.has('decides') : ADVISING.has((holder as Declaration<'actor' | 'partner'>).one('type')?.value ?? '');
