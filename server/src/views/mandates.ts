import type { Money } from '../language/amounts.ts';
import { capital } from '../language/nouns.ts';
import { saying } from '../model/saying.ts';
import type { Scope } from '../model/scope.ts';
import { answering } from '../rules/accountability/_tasks.ts';
import { currencyOf } from '../rules/funding/_money.ts';
import { addresseesOf, type Duty, discretionOf, forceOf, isAddressed, spoken, takenUp, validity } from '../rules/mandates/_duties.ts';
import { amount } from './figures.ts';
import { type Gap, gapsOf, type Mention, mention, type Seen } from './view.ts';

/** Who does what a duty asks for. */
export interface Uptake {
  readonly task: Mention;
  readonly answers: readonly string[];
}

export interface MandateRow {
  readonly mandate: Mention;
  readonly from: string;
  readonly to: string;
  readonly force: 'must' | 'should' | 'may';
  readonly duty: string;
  readonly when?: string;
  readonly deadline: string;
  readonly basis?: string;
  readonly validity: 'to come' | 'in force' | 'ended';
  /** The money that comes with it; nothing where none does. */
  readonly funding: readonly string[];
  /** What the receiving level may decide; nothing where it is not said. */
  readonly discretion: readonly string[];
  readonly takenUp: readonly Uptake[];
  /** Of a duty given to the plans below: how many it is given to, and how many take it up. */
  readonly below?: { readonly of: number; readonly have: number };
  readonly gaps: readonly Gap[];
}

/** A plan of the chain with the duties that concern this one. */
export interface Link {
  readonly plan: Mention;
  readonly level: string;
  /** The plan that is looked at. */
  readonly here: boolean;
  readonly mandates: readonly MandateRow[];
}

const ASKED = [
  'not-taken-up',
  'partial-decentralisation',
  'discretion-unstated',
  'expired-basis',
  'fulfilled-twice',
  'duty-without-basis',
  'waits-for-law',
  'conflicting-mandates',
];

/** The chain of levels from the top down to the plan: what each asks of it, and what it asks of those below. */
export function mandates(seen: Seen): readonly Link[] {
  const { scope: plan } = seen;
  return [...plan.ancestors]
    .reverse()
    .concat(plan)
    .flatMap((giver): Link[] => {
      const here = giver === plan;
      const own = giver.of('mandate').map((mandate): Duty => ({ mandate, giver }));
      const taken = (duty: Duty) =>
        takenUp(plan)
          .get(duty.mandate)
          ?.some(({ home }) => home === plan) === true;
      const rows = own.filter((duty) => here || isAddressed(duty, plan) || taken(duty)).map((duty) => rowOf(duty, seen));
      if (giver.head === undefined || (!here && rows.length === 0 && own.length > 0)) return [];
      return [{ plan: mention(giver.head, seen), level: capital(giver.levels.join(', ')), here, mandates: rows }];
    });
}

function rowOf(duty: Duty, seen: Seen): MandateRow {
  const { scope: plan, today } = seen;
  const { mandate, giver } = duty;
  const find = gapsOf(seen);
  const { levels, holders } = addresseesOf(duty, plan);
  const takers = takenUp(plan).get(mandate) ?? [];
  const basis = mandate.one('basis');
  const when = mandate.one('when')?.value as string | undefined;
  return {
    mandate: mention(mandate, seen),
    from: giver
      .findAll(mandate.refs('from'))
      .map(({ title }) => title)
      .join(', '),
    to: [...(levels.size > 0 && holders.size === 0 ? [spoken([...levels])] : []), ...[...holders].map(({ title }) => title)].join(', '),
    force: forceOf(mandate),
    duty: mandate
      .all('duty')
      .flatMap((fact) => (fact.value as string | undefined) ?? [])
      .join(' '),
    ...(when !== undefined && { when }),
    deadline: mandate
      .all('deadline')
      .map((fact) => saying(fact, giver))
      .join('; '),
    ...(basis && { basis: saying(basis, giver) }),
    validity: validity(duty, today),
    funding: mandate.all('funding').flatMap(({ value }) => fundingSaid(value, giver)),
    discretion: discretionOf(mandate),
    takenUp: takers.map(({ task, home }) => ({ task: mention(task, seen), answers: answering(task, home).map(({ title }) => title) })),
    ...(giver === plan && plan.below.length > 0 && { below: belowOf(duty, plan) }),
    gaps: ASKED.flatMap((rule) => find(mandate, `mandates/${rule}`) ?? []),
  };
}

function fundingSaid(value: unknown, giver: Scope): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('name' in value) return [giver.resolve(value.name as string)?.declaration.title ?? (value.name as string)];
  return [amount(value as Money, currencyOf(value as Money, giver))];
}

function belowOf(duty: Duty, plan: Scope): { of: number; have: number } {
  const owing = plan.below.filter((below) => isAddressed(duty, below));
  const takers = new Set((takenUp(plan).get(duty.mandate) ?? []).map(({ home }) => home));
  return { of: owing.length, have: owing.filter((below) => takers.has(below)).length };
}
