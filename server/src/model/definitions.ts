import { Declaration } from './declaration.ts';
import type { Full, Scope } from './scope.ts';

type Indicator = Declaration<'indicator'>;

/** What is counted and how. The figures, who answers for them and what they serve are each plan's own. */
const DEFINES: ReadonlySet<string> = new Set([
  'unit',
  'definition',
  'numerator',
  'denominator',
  'method',
  'respondents',
  'direction',
  'at',
  'parts',
  'broken down by',
  'concept',
  'qualitative',
]);
/** Where the figures come from is one answer: whoever has a source of their own has its rhythm and its reach. */
const COMES_FROM: ReadonlySet<string> = new Set(['source', 'frequency', 'available at']);

const made = new WeakMap<Indicator, WeakMap<Indicator, Indicator>>();

/** An indicator with what it does not say itself from the one it is defined by. The same two give the same one, so that it can be told again. */
function withModel(own: Indicator, model: Indicator): Indicator {
  let byModel = made.get(own);
  if (byModel === undefined) made.set(own, (byModel = new WeakMap()));
  let full = byModel.get(model);
  if (full === undefined) {
    const said = new Set(own.facts.map((fact) => fact.word));
    const taken = model.facts.filter(({ word }) => !said.has(word) && (DEFINES.has(word) || (COMES_FROM.has(word) && !said.has('source'))));
    full = new Declaration('indicator', own, own.node, { facts: [...own.facts, ...taken], children: own.children });
    full.parent = own.parent;
    byModel.set(model, full);
  }
  return full;
}

type LookUp = (name: string, from: Scope) => { readonly declaration: Declaration; readonly home: Scope } | undefined;

/** The indicators of a scope that are defined by others, with what they take over. What defines them may itself be defined by another; a ring ends where it closes. */
export function takingOver(scope: Scope, lookUp: LookUp): Full {
  const full = (own: Indicator, home: Scope, passed: readonly Indicator[]): Indicator => {
    const name = own.refs('defined by')[0]?.name;
    const found = name === undefined || passed.includes(own) ? undefined : lookUp(name, home);
    if (found === undefined || found.declaration === own || !found.declaration.is('indicator')) return own;
    return withModel(own, full(found.declaration as Indicator, found.home, [...passed, own]));
  };
  return new Map(scope.borrowing.map((own) => [own, full(own, scope, [])] as const).filter(([own, whole]) => own !== whole));
}
