import { hash } from 'node:crypto';
import { groupFiles, type Why } from '../model/groups.ts';
import { joined } from './joined.ts';
import { type Head, nameOf, type Summary } from './summary.ts';

/** A file as it is known before it is parsed. */
export interface Seen {
  readonly uri: string;
  /** A framework that is only looked up, not judged. */
  readonly library: boolean;
  readonly summary: Summary;
}

/** A plan, a framework or a file of no plan: what is judged as one. */
export interface Unit {
  readonly kind: 'plan' | 'framework' | 'loose';
  readonly id: string;
  readonly files: readonly Seen[];
  readonly library: boolean;
  readonly unclear: Why | undefined;
  /** The units that it may name; and, of a plan, the plans that may name it. */
  readonly names: ReadonlySet<Unit>;
  readonly namedBy: ReadonlySet<Unit>;
}

/**
 * What each plan of a repository may see of the others: whatever it may name, at any remove, whatever plan may name it, and what those may
 * name. Findings rest on nothing else, apart from the list of all ids. A name is taken for one wherever the word stands, so this
 * errs on the side of seeing too much.
 */
export class Sight {
  readonly units: readonly Unit[];
  readonly byFile: ReadonlyMap<string, Unit>;
  /** The ids of all plans and frameworks, each once, in the order of a workspace. */
  readonly ids: readonly string[];

  constructor(files: Iterable<Seen>) {
    const { groups, unclear } = groupFiles<Seen, Head>(files, (file) => file.summary.heads);
    const made = groups.map((group) => ({
      kind: group.kind,
      id: group.head?.id ?? '',
      files: group.files,
      library: group.files.every((file) => file.library),
      unclear: unclear.get((group.files[0] as Seen).uri),
      names: new Set<Unit>(),
      namedBy: new Set<Unit>(),
    }));
    const byName = new Map<number, typeof made>();
    for (const unit of made) {
      if (unit.id === '') continue;
      const same = byName.get(nameOf(unit.id));
      if (same === undefined) byName.set(nameOf(unit.id), [unit]);
      else same.push(unit);
    }
    for (const [i, unit] of made.entries()) {
      const link = (other: (typeof made)[number]) => {
        if (other === unit) return;
        unit.names.add(other);
        if (unit.kind === 'plan' && other.kind === 'plan') other.namedBy.add(unit);
      };
      for (const file of unit.files) for (const name of file.summary.names) for (const other of byName.get(name) ?? NONE) link(other as (typeof made)[number]);
      for (const twin of byName.get(nameOf(unit.id)) ?? []) link(twin);
      for (const between of groups[i]?.between ?? []) link(made[groups.indexOf(between)] as (typeof made)[number]);
    }
    this.units = made;
    this.byFile = new Map(made.flatMap((unit) => unit.files.map((file) => [file.uri, unit])));
    this.ids = [...new Set(made.flatMap(({ id }) => (id === '' ? [] : id)))];
  }

  /**
   * What the findings of each unit are known by: while it is the same, so are they. A stamp of a file says what decides them besides
   * other files: its text, its data files, the settings that hold for it.
   */
  keys(stampOf: (file: Seen, unit: Unit) => string): ReadonlyMap<Unit, string> {
    return keysOf(this.units, stampOf);
  }

  /** Some units and all that they may see. */
  around(some: Iterable<Unit>): ReadonlySet<Unit> {
    const below = reached(some, (unit) => unit.namedBy);
    return reached(below, (unit) => unit.names);
  }

  /** Units in sets of which none sees anything of another, apart from frameworks: each can be judged alone. */
  apart(some: Iterable<Unit>): readonly (readonly Unit[])[] {
    const wanted = new Set(some);
    const neighbours = (unit: Unit) => [...unit.names, ...unit.namedBy].filter((other) => other.kind !== 'framework' && wanted.has(other));
    const sets: (readonly Unit[])[] = [];
    const done = new Set<Unit>();
    const back = new Map<Unit, Unit[]>();
    for (const unit of wanted) {
      for (const other of neighbours(unit)) {
        const known = back.get(other);
        if (known === undefined) back.set(other, [unit]);
        else known.push(unit);
      }
    }
    for (const unit of wanted) {
      if (done.has(unit)) continue;
      const set = reached([unit], (one) => (one.kind === 'framework' ? [] : [...neighbours(one), ...(back.get(one) ?? [])]));
      for (const one of set) done.add(one);
      sets.push([...set]);
    }
    return sets;
  }
}

const NONE: readonly Unit[] = [];

function reached(from: Iterable<Unit>, next: (unit: Unit) => Iterable<Unit>): Set<Unit> {
  const found = new Set(from);
  for (const unit of found) for (const other of next(unit)) found.add(other);
  return found;
}

/** Keys made of keys: of units that name each other in a ring together, then of what they name, then of who names them. */
function keysOf(units: readonly Unit[], stampOf: (file: Seen, unit: Unit) => string): ReadonlyMap<Unit, string> {
  const own = new Map(units.map((unit) => [unit, digest([`unclear ${unit.unclear ?? ''}`, ...unit.files.map((file) => `file ${stampOf(file, unit)}`)])]));
  const rings = joined(units, (unit) => unit.names);
  const ringOf = new Map(rings.flatMap((ring) => ring.map((unit) => [unit, ring])));
  const around = (ring: readonly Unit[], to: 'names' | 'namedBy') =>
    [...new Set(ring.flatMap((unit) => [...unit[to]].map((other) => ringOf.get(other) as readonly Unit[])))].filter((other) => other !== ring);
  const named = new Map<readonly Unit[], string>();
  for (const ring of rings)
    named.set(ring, digest([...ring.map((unit) => `in ${own.get(unit)}`), ...around(ring, 'names').map((one) => `names ${named.get(one)}`)]));
  const whole = new Map<readonly Unit[], string>();
  for (const ring of rings.toReversed())
    whole.set(ring, digest([`names ${named.get(ring)}`, ...around(ring, 'namedBy').map((one) => `named by ${whole.get(one)}`)]));
  return new Map(units.map((unit) => [unit, digest([`unit ${own.get(unit)}`, `sees ${whole.get(ringOf.get(unit) as readonly Unit[])}`])]));
}

/** The order of the parts does not matter. */
const digest = (parts: readonly string[]): string => hash('sha256', [...parts].sort().join('\n'), 'hex');
