// What a plan is missed for: the statements of the language, and who notices when they are gone. `measure.budget` is the statement
// "budget" of a measure; `*.about` is that of every kind.
type Rules = readonly string[];

/** Missed wherever it is taken out, by a rule that names the thing it was taken from. What the language requires is added by the test. */
export const MISSED: Readonly<Record<string, Rules>> = {
  'plan.adopted': ['adoption/not-adopted'],
  'plan.coordinator': ['accountability/no-coordinator'],
  'plan.review': ['monitoring/no-review'],
  'plan.under': ['mandates/no-parent'],
  'body.meets': ['participation/body-without-meetings'],
  'body.published': ['participation/body-not-published'],
  'body.covers': ['coverage/framework-item-uncovered'],
  'body.input used': ['participation/no-feedback'],
  'agreement.terms': ['partners/agreement-without-terms'],
  'sector.lead': ['coverage/sector-without-lead'],
  'responsibility.accountable': ['accountability/no-accountable'],
  'responsibility.responsible': ['accountability/no-responsible'],
  'responsibility.fulfils': ['mandates/not-taken-up'],
  'responsibility.covers': ['coverage/framework-item-uncovered'],
  'measure.lead': ['accountability/no-accountable'],
  'measure.accountable': ['accountability/no-accountable'],
  'measure.responsible': ['accountability/no-responsible'],
  'measure.covers': ['coverage/framework-item-uncovered'],
  'target.measured by': ['monitoring/target-without-indicator'],
  'target.at least': ['monitoring/vague-target'],
  'target.at most': ['monitoring/vague-target'],
  'indicator.unit': ['monitoring/indicator-without-unit'],
  'indicator.defined by': ['monitoring/indicator-without-unit'],
  'indicator.baseline': ['monitoring/indicator-without-baseline'],
  'indicator.frequency': ['monitoring/indicator-without-frequency'],
  'indicator.owner': ['monitoring/indicator-without-owner'],
  'indicator.compared with': ['monitoring/no-comparison'],
  'indicator.data': ['monitoring/stale-data'],
  'mandate.funding': ['funding/unfunded-mandate'],
  'mandate.discretion': ['mandates/discretion-unstated'],
};

/** Missed in some places; why not in all of them. */
export const SOMETIMES: Readonly<Record<string, { readonly rules: Rules; readonly else: string }>> = {
  'plan.anchored in': { rules: ['adoption/not-in-financial-plan'], else: 'the plan that allocates money counts, and one of the others is enough' },
  'actor.deputy': { rules: ['accountability/single-person'], else: 'an office of several people stands in for itself' },
  'actor.staff': { rules: ['accountability/capacity-unstated'], else: 'only who answers for much is asked' },
  'agreement.basis': { rules: ['partners/agreement-without-basis'], else: 'only a partnership needs a decision; a contract is its own' },
  'agreement.equality-clause': { rules: ['partners/no-equality-clause'], else: 'only a service that is bought is asked' },
  'body.members': { rules: ['participation/body-not-published'], else: 'the council of migrants says its seats' },
  'consultation.period': { rules: ['participation/no-feedback'], else: 'what became of one of them is said' },
  'fund.condition': { rules: ['funding/grant-without-criteria'], else: 'only grants to associations are asked' },
  'fund.about': { rules: ['funding/no-small-grants'], else: 'nowhere but there does it speak of small grants' },
  'group.includes': { rules: ['coverage/language-leads-nowhere'], else: 'what is done for a group reaches those it includes' },
  'sector.covers': { rules: ['coverage/framework-item-uncovered'], else: 'the field of a sector answers an item of the same name' },
  'sector.groups': { rules: ['coverage/group-outside-sector'], else: 'the measures of most sectors reach the groups with priority' },
  'responsibility.budget': { rules: ['funding/earmark-unused'], else: 'a standing duty may be paid from the running costs' },
  'measure.about': { rules: ['coverage/no-competence-building'], else: 'the title says most of it' },
  'measure.serves': { rules: ['coverage/orphan-measure'], else: 'what answers a framework, or works in a goal, serves something' },
  'measure.period': { rules: ['accountability/no-deadline'], else: 'steps with dates have an end in sight' },
  'measure.status': { rules: ['accountability/no-status'], else: 'progress and finished steps say it too' },
  'measure.budget': { rules: ['funding/measure-without-budget'], else: 'one measure is paid from two funds' },
  'measure.with': { rules: ['accountability/volunteers-only'], else: 'most are led by an office' },
  'target.serves': { rules: ['coverage/goal-without-target'], else: 'the goal has another target' },
  'indicator.value': { rules: ['monitoring/stale-data'], else: 'an older value is history' },
  'indicator.source': { rules: ['monitoring/indicator-without-source'], else: 'the library that defines it names a source' },
  'indicator.broken down by': { rules: ['monitoring/no-disaggregation'], else: 'its values are broken down' },
  'mandate.standard': { rules: ['mandates/no-minimum-standard'], else: 'a deadline in the law is a minimum too' },
};

/** Missed when all of these are gone from the whole plan. */
export const TOGETHER: readonly { readonly words: readonly string[]; readonly rules: Rules }[] = [
  { words: ['plan.anchored in'], rules: ['adoption/not-anchored'] },
  { words: ['plan.status', 'plan.adopted'], rules: ['adoption/not-adopted'] },
  { words: ['plan.about', 'plan.vision', 'plan.principle'], rules: ['coverage/integration-undefined'] },
  { words: ['plan.evaluated', 'measure.evaluated', 'body.involved in', 'consultation.involved in'], rules: ['monitoring/no-evaluation'] },
  { words: ['actor.works with', 'partner.works with', 'body.members'], rules: ['accountability/no-civil-society-coordinator'] },
  { words: ['partner.contributes', 'measure.with', 'body.members', 'consultation.with', 'agreement'], rules: ['partners/partner-without-task'] },
  { words: ['agreement.amount', 'measure.budget', 'fund.to'], rules: ['funding/partner-unfunded'] },
  { words: ['agreement', 'measure.supervised by'], rules: ['accountability/accountable-without-authority', 'partners/task-without-agreement'] },
  { words: ['body.term', 'body.basis'], rules: ['participation/fragile-representative-body'] },
  { words: ['body.decides', 'body.advises', 'body.basis'], rules: ['participation/body-without-mandate'] },
  { words: ['consultation.input used', 'consultation.accepted', 'consultation.rejected'], rules: ['participation/no-feedback'] },
  { words: ['body.members', 'body.seats'], rules: ['participation/body-not-published', 'participation/sector-not-in-process'] },
  { words: ['group.kind'], rules: ['coverage/no-encounter'] },
  { words: ['group.size'], rules: ['coverage/population-unknown'] },
  { words: ['phase.then', 'phase.from', 'responsibility.hands over to'], rules: ['coverage/phase-handover-missing'] },
  { words: ['sector.groups', 'responsibility.for', 'measure.for'], rules: ['coverage/group-without-measure', 'coverage/legal-status-gap'] },
  { words: ['sector.phases', 'responsibility.in', 'measure.in'], rules: ['coverage/phase-without-measure'] },
  { words: ['measure.period', 'measure.step'], rules: ['accountability/no-deadline'] },
  { words: ['measure.status', 'measure.progress', 'measure.step'], rules: ['accountability/no-status'] },
  { words: ['measure.evidence'], rules: ['coverage/no-evidence'] },
  { words: ['indicator.value', 'indicator.data'], rules: ['monitoring/stale-data'] },
  { words: ['indicator.direction', 'target.at least', 'target.at most'], rules: ['monitoring/no-direction'] },
];

/** Told for the reader's sake; nobody notices when it is gone. Why that is right. */
export const OPTIONAL: readonly { readonly why: string; readonly words: readonly string[] }[] = [
  { why: 'a help to find or quote the thing, which a plan without numbers lacks by right', words: ['*.number', '*.source'] },
  { why: 'an explanation beside a title that says enough', words: ['*.about'] },
  { why: 'what answers the item may say so in another place', words: ['*.covers'] },
  {
    why: 'a name, place or history that no judgement depends on',
    words: ['plan.territory', 'plan.language', 'plan.country', 'plan.published by', 'plan.implements', 'plan.report', 'plan.revision', 'plan.supersedes'],
  },
  { why: 'an action plan unless it says otherwise', words: ['plan.kind'] },
  { why: 'holds only of a plan that came to its end or was prolonged', words: ['plan.succeeded by', 'plan.extended to'] },
  { why: 'a choice of what to follow: the items that are covered are named in full', words: ['plan.uses'] },
  {
    why: 'what the plan leaves out, fears or takes for granted is its own to say',
    words: ['plan.excludes', 'plan.risk', 'plan.assumption', 'sector.excludes'],
  },
  { why: 'says how others are to be read: amounts with a code, years from January', words: ['plan.currency', 'plan.year starts'] },
  {
    why: 'whom to ask, and where an office belongs: told to people, not judged',
    words: ['*.contact', '*.level', '*.each of', '*.count', '*.part of', '*.active', '*.succeeds', '*.formerly', '*.capacity', '*.represents'],
  },
  { why: 'an office of several people stands in for itself', words: ['partner.deputy', 'responsibility.deputy', 'measure.deputy', 'partner.staff'] },
  { why: 'formal is what an agreement or a seat shows too', words: ['partner.role'] },
  { why: 'an agreement without an end goes on; what it is called and how it is watched is for its parties', words: ['agreement.parties'] },
  { why: 'the agreement says in its terms what is owed', words: ['agreement.kind', 'agreement.period', 'agreement.renewal', 'agreement.supervised by'] },
  { why: 'who leads the talk is for the body to say', words: ['body.chair'] },
  { why: 'how many came is told where it is known', words: ['consultation.participants', 'consultation.received', 'consultation.frequency'] },
  { why: 'a group may be named without being described', words: ['group.status', 'group.age', 'group.stay', 'group.priority', 'group.definition'] },
  { why: 'a phase may last as long as it takes', words: ['phase.lasts'] },
  { why: 'a goal stands for itself; targets carry its dates and owners', words: ['goal.horizon', 'goal.called', 'goal.part of', 'goal.sectors', 'goal.owner'] },
  { why: 'read off the name of a sector, or off its field', words: ['sector.field', 'sector.dimension'] },
  {
    why: 'who is asked, told, helping or watching is missed only where something hangs on it, such as work that is given out of the house',
    words: ['*.consulted', '*.informed', '*.supported by', 'responsibility.supervised by', 'responsibility.lead'],
  },
  {
    why: 'a standing duty goes on, and what the law sets a date for has it there',
    words: ['responsibility.deadline', 'responsibility.frequency', 'responsibility.status'],
  },
  { why: 'the other way to say when a measure ends', words: ['measure.deadline', 'measure.frequency'] },
  { why: 'the office that answers leads it, or has a hold on it by an agreement', words: ['*.authority', '*.delivery'] },
  { why: 'what must come first is missed only where it comes later', words: ['*.requires'] },
  { why: 'the law stands in the mandate that is fulfilled', words: ['responsibility.basis', 'measure.basis', 'measure.fulfils', 'measure.hands over to'] },
  { why: 'what a measure makes, risks and rests on in other plans is told where it helps', words: ['measure.output', 'measure.risk', 'measure.anchored in'] },
  { why: 'another form of the same value', words: ['target.exactly', 'target.below', 'target.above', 'target.increase by', 'target.decrease by'] },
  {
    why: 'a way to the value, whom it is for and what it was before; the value itself is missed',
    words: ['target.milestone', 'target.for', 'target.owner', 'target.revised'],
  },
  {
    why: 'how exactly it is counted: the unit, the source and the title say enough to follow it',
    words: ['definition', 'numerator', 'denominator', 'method', 'respondents', 'concept', 'collected by', 'available at'].map((word) => `indicator.${word}`),
  },
  { why: 'for other sorts of indicators than those of this plan', words: ['indicator.at', 'indicator.parts', 'indicator.alarm', 'indicator.qualitative'] },
  { why: 'a target says what the indicator is for', words: ['indicator.serves', 'indicator.used for'] },
  { why: 'money of which nothing is said is taken to be there', words: ['fund.amount', 'fund.from', 'fund.period', 'fund.secured', 'fund.for'] },
  {
    why: 'how money is shared out is missed only where several draw on it without amounts',
    words: ['fund.share', 'fund.per', 'fund.lasts', 'fund.continues', 'fund.revised'],
  },
  {
    why: 'the title says the duty, the statute is its basis, and who gives it may leave the rest to those who receive it',
    words: ['with', 'when', 'force', 'duty', 'deadline', 'frequency', 'target', 'basis', 'supervised by', 'for', 'in'].map((word) => `mandate.${word}`),
  },
];

/** Kinds of which the plan has none of its own: libraries, and gaps that are accepted. */
export const ELSEWHERE: readonly string[] = ['framework', 'item', 'waive'];

/** Missed when one of a kind is taken out with everything in it and every mention of it, by one of these rules. */
export const WHOLE: Readonly<Record<string, { readonly rules: Rules; readonly but?: Readonly<Record<string, string>> }>> = {
  sector: {
    rules: [
      'coverage/hard-field-missing',
      'coverage/goal-without-target',
      'coverage/dimension-missing',
      'coverage/framework-item-uncovered',
      'mandates/not-taken-up',
    ],
  },
  body: { rules: ['coverage/framework-item-uncovered', 'participation/sector-not-in-process', 'monitoring/no-review'] },
  fund: {
    rules: ['funding/measure-without-budget', 'coverage/no-contingency'],
    but: { 'employers-fund': 'the jobs pact is paid from the operating budget too' },
  },
  actor: {
    rules: ['accountability/no-accountable', 'accountability/no-responsible', 'accountability/no-coordinator', 'adoption/not-adopted'],
    but: { 'audit-office': 'it watches over work that the municipality does itself' },
  },
  target: {
    rules: ['coverage/orphan-measure', 'coverage/sector-without-target', 'coverage/goal-without-target', 'monitoring/indicator-without-target'],
  },
  indicator: { rules: ['monitoring/target-without-indicator'] },
};

/** Missed when all of a kind are gone with every mention of them. */
export const NONE_LEFT: Readonly<Record<string, Rules>> = {
  actor: ['accountability/no-accountable', 'accountability/no-coordinator', 'coverage/sector-without-lead', 'adoption/not-adopted'],
  partner: ['participation/no-majority-organisation'],
  agreement: ['partners/task-without-agreement'],
  body: ['coverage/policy-cycle-gap', 'participation/sector-not-in-process', 'monitoring/no-review'],
  group: ['coverage/no-target-group'],
  goal: ['coverage/orphan-measure'],
  sector: ['coverage/hard-field-missing', 'coverage/no-anti-discrimination', 'mandates/not-taken-up'],
  responsibility: ['mandates/not-taken-up'],
  measure: ['coverage/sector-without-measure'],
  target: ['coverage/sector-without-target', 'monitoring/goal-without-indicator'],
  indicator: ['monitoring/target-without-indicator'],
  fund: ['funding/measure-without-budget', 'coverage/no-contingency'],
};

/** Not missed when it alone is taken out, and why. Everything else that the plan and the act declare is; a measure, where its targets
 * have no other. */
export const LEFT_OUT: readonly { readonly why: string; readonly names: readonly string[] }[] = [
  { why: 'the bodies take part in the same stages', names: ['open-meetings', 'half-way-talks'] },
  { why: 'the act hears the municipalities in the other of the two', names: ['drafting-hearing', 'settlement-conference'] },
  { why: 'another measure serves the goal of its target', names: ['tenancy-guides', 'vote-here'] },
  { why: 'its partner carries out no task', names: ['contract-on-evaluation-2025-2028'] },
  { why: 'a duty that no law of this plan gives, in a sector that has others', names: ['school-place', 'hear-newcomers', 'support-associations'] },
];
