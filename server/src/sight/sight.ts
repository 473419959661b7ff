import { hash } from 'node:crypto';
import { groupFiles, type Why } from '../model/groups.ts';
import { NONE } from '../text/lists.ts';
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

  readonly #named: ReadonlyMap<number, readonly Unit[]>;

  constructor(files: Iterable<Seen>) {
    const { groups, unclear } = groupFiles<Seen, Head>(files, (file) => file.summary.heads);
    const made = groups.map((group) => ({
      kind: group.kind,
      id: group.head?.id ?? '',
      files: group.files,
      library: group.files.every((file) => file.library),
      unclear: unclear.get((group.files[0] as Seen).uri),
      names: NOBODY,
      namedBy: NOBODY,
    }));
    const byName = new Map<number, Linked[]>();
    for (const unit of made) {
      if (unit.id === '') continue;
      const name = nameOf(unit.id);
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [unit]);
      else same.push(unit);
    }
    const maybe = new Sieve(byName.keys());
    for (const [i, unit] of made.entries()) {
      for (const { summary } of unit.files) for (const name of maybe.left(summary.names)) for (const other of byName.get(name) ?? []) link(unit, other);
      for (const twin of byName.get(nameOf(unit.id)) ?? []) link(unit, twin);
      for (const between of groups[i]?.between ?? []) link(unit, made[groups.indexOf(between)] as Linked);
    }
    this.units = made;
    this.#named = byName;
    this.byFile = new Map(made.flatMap((unit) => unit.files.map((file) => [file.uri, unit])));
    this.ids = [...new Set(made.flatMap(({ id }) => (id === '' ? [] : id)))];
  }

  /** Whether a file may hold one instead of the other and everything would still see what it sees. */
  alike(a: Summary, b: Summary): boolean {
    const leads = ({ names }: Summary) => names.filter((name) => this.#named.has(name)).join();
    return JSON.stringify([a.heads, a.data]) === JSON.stringify([b.heads, b.data]) && leads(a) === leads(b);
  }

  /**
   * What the findings of some units are known by: while it is the same, so are they. A stamp of a file says what decides them besides
   * other files: its text, its data files, the settings that hold for it.
   */
  keys(some: readonly Unit[], stampOf: (file: Seen, unit: Unit) => string): ReadonlyMap<Unit, string> {
    const all = reached(some, (unit) => [...unit.names, ...unit.namedBy]);
    const rings = joined(all, (unit) => unit.names);
    return keysOf(some, rings, stampOf);
  }

  /** The units that may see some of these: `around` the other way about. */
  seeing(some: Iterable<Unit>): ReadonlySet<Unit> {
    const namers = new Map<Unit, Unit[]>();
    for (const unit of this.units) {
      for (const other of unit.names) {
        const known = namers.get(other);
        if (known === undefined) namers.set(other, [unit]);
        else known.push(unit);
      }
    }
    const above = reached(some, (unit) => namers.get(unit) ?? NONE);
    return reached(above, (unit) => (unit.kind === 'plan' ? [...unit.names].filter(({ kind }) => kind === 'plan') : NONE));
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

const NOBODY: ReadonlySet<Unit> = new Set();

/** A unit that is being made. */
type Linked = { -readonly [K in keyof Unit]: Unit[K] };

function link(unit: Linked, other: Linked): void {
  if (other === unit) return;
  unit.names = joining(unit.names, other);
  if (unit.kind === 'plan' && other.kind === 'plan') other.namedBy = joining(other.namedBy, unit);
}

/** Most units lead to none or few, so a set is made when there is something to put into it. */
const joining = (known: ReadonlySet<Unit>, unit: Unit): ReadonlySet<Unit> => (known === NOBODY ? new Set([unit]) : (known as Set<Unit>).add(unit));

function reached<T>(from: Iterable<T>, next: (thing: T) => Iterable<T>): Set<T> {
  const found = new Set(from);
  for (const thing of found) for (const other of next(thing)) found.add(other);
  return found;
}

/** Tells quickly of most numbers that they are none of a few. */
class Sieve {
  readonly #bits = new Uint8Array(1 << 17);

  constructor(numbers: Iterable<number>) {
    for (const number of numbers) this.#bits[(number & 0xfffff) >>> 3]! |= 1 << (number & 7);
  }

  /** Those that may be one of them. */
  left(numbers: Uint32Array): readonly number[] {
    const bits = this.#bits;
    const left: number[] = [];
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      if (((bits[(number & 0xfffff) >>> 3] as number) & (1 << (number & 7))) !== 0) left.push(number);
    }
    return left;
  }
}

type Ring = readonly Unit[];

/**
 * Keys made of keys: of units that name each other in a ring together, then of what they name, then of who names them. Only those are made
 * that are asked for, and those that they are made of.
 */
function keysOf(some: readonly Unit[], rings: readonly Ring[], stampOf: (file: Seen, unit: Unit) => string): ReadonlyMap<Unit, string> {
  const ringOf = new Map(rings.flatMap((ring) => ring.map((unit) => [unit, ring])));
  const ownRing = (unit: Unit) => ringOf.get(unit) as Ring;
  const around = (ring: Ring, to: 'names' | 'namedBy') => [...new Set(ring.flatMap((unit) => [...unit[to]].map(ownRing)))].filter((other) => other !== ring);
  const below = reached(some.map(ownRing), (ring) => around(ring, 'namedBy'));
  const all = reached(below, (ring) => around(ring, 'names'));

  const own = (unit: Unit) => digest([`unclear ${unit.unclear ?? ''}`, ...unit.files.map((file) => `file ${stampOf(file, unit)}`)]);
  const owns = new Map([...all].flatMap((ring) => ring.map((unit) => [unit, own(unit)])));
  const named = new Map<Ring, string>();
  for (const ring of rings)
    if (all.has(ring))
      named.set(ring, digest([...ring.map((unit) => `in ${owns.get(unit)}`), ...around(ring, 'names').map((one) => `names ${named.get(one)}`)]));
  const whole = new Map<Ring, string>();
  for (const ring of rings.toReversed())
    if (below.has(ring)) whole.set(ring, digest([`names ${named.get(ring)}`, ...around(ring, 'namedBy').map((one) => `named by ${whole.get(one)}`)]));
  return new Map(some.map((unit) => [unit, digest([`unit ${owns.get(unit)}`, `sees ${whole.get(ownRing(unit))}`])]));
}

/** The order of the parts does not matter. */
const digest = (parts: readonly string[]): string => hash('sha256', [...parts].sort().join('\n'), 'hex');
