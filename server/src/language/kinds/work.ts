import { quantity } from '../amounts.ts';
import { date, period } from '../dates.ts';
import { evaluated, FIELDS, holder, holders, orText } from '../forms.ts';
import { kind, many, one } from '../row.ts';
import { anyOrder, either, list, map, seq } from '../shape.ts';
import { deadline } from '../times.ts';
import { name, text, word } from '../words.ts';
import { datedText, duty, everywhere, plainHolders, sourced, withReason } from './shared.ts';

// What a plan wants and does.

export const sectorRow = kind({
  doc: 'A field of policy with its responsibilities, measures, targets and indicators; may be reopened in another file.',
  top: true,
  header: 'id',
  holds: ['responsibility', 'measure', 'goal', 'target', 'indicator'],
  outline: 'field, lead',
  rows: {
    ...everywhere,
    ...sourced,
    field: many(list(word(...FIELDS)), 'The field of policy.'),
    lead: one(holders, 'Who leads it.'),
    dimension: one(word('legal-political', 'socio-economic', 'cultural'), 'The dimension of integration it belongs to.'),
    groups: many(list(name('group')), 'The groups it is for.'),
    phases: many(list(name('phase')), 'The phases it concerns.'),
    excludes: many(withReason, 'What it leaves out on purpose, and why.'),
  },
});

export const responsibilityRow = kind({
  doc: 'A standing duty and who answers for it.',
  alsoTop: true,
  header: 'id',
  holds: [],
  outline: 'accountable, responsible, deadline',
  rows: { ...duty },
});

export const measureRow = kind({
  doc: 'Something the plan does.',
  alsoTop: true,
  header: 'id',
  holds: [],
  outline: 'serves, lead, for, period, status, budget',
  rows: {
    ...duty,
    serves: many(list(name('target', 'goal')), 'The targets or goals it serves.'),
    with: many(plainHolders, 'Who takes part.'),
    period: one(period, "When it runs; else the plan's period."),
    progress: many(datedText, 'What was done so far.'),
    step: many(
      map(
        seq({ text, more: anyOrder({ by: deadline, date, status: word('planned', 'ongoing', 'delayed', 'completed', 'cancelled') }) }),
        ({ text: title, more }) => ({ title, ...more }),
      ),
      'A step on the way: step "Agree the programme" by 2026-06 ongoing.',
    ),
    output: many(either<string | { number: number }>(text, quantity), 'What it produces.'),
    'anchored in': many(orText('plan'), 'The plan that carries it.'),
    evidence: many(text, 'Why it is thought to work.'),
    evaluated: many(evaluated, 'When it is evaluated, and by whom.'),
    risk: many(text, 'What may go wrong.'),
  },
});

export const goalRow = kind({
  doc: 'What the plan wants to reach.',
  alsoTop: true,
  header: 'id',
  holds: [],
  outline: 'horizon, owner',
  rows: {
    ...everywhere,
    ...sourced,
    horizon: one(word('long', 'medium', 'short'), 'How far away it lies.'),
    called: one(text, 'What the plan calls it: Outcome, Purpose.'),
    'part of': one(name('goal'), 'The goal above it.'),
    sectors: many(list(name('sector')), 'The sectors it concerns.'),
    owner: one(holder, 'Who answers for it.'),
  },
});
