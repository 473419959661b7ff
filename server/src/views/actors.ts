import { LEVELS } from '../language/forms.ts';
import { capital } from '../language/nouns.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Task } from '../model/tasks.ts';
import { agreementsOf, answering, doing, isVolunteer } from '../rules/accountability/_tasks.ts';
import { sourcesOf } from '../rules/funding/_money.ts';
import { addresseesOf, type Level, meant, spoken } from '../rules/mandates/_duties.ts';
import { seated } from '../rules/participation/_people.ts';
import { say } from '../text/say.ts';
import { homeOf, type Mention, mention, type Seen } from './view.ts';
import { spelled } from './words.ts';

/** What runs from one role holder to another. */
export const TIES = ['mandates', 'funds', 'supervises', 'delivers', 'consults', 'meets'] as const;
export type Tie = (typeof TIES)[number];
export const TIE_WORDS: Readonly<Record<Tie, string>> = {
  mandates: 'gives a duty to',
  funds: 'pays',
  supervises: 'supervises',
  delivers: 'delivers for',
  consults: 'advises',
  meets: 'meets with',
};

/** The bands of the picture, from the top. Partners that belong to no level stand at the foot. */
export const BANDS = [...LEVELS, 'partners'] as const;
export type Band = (typeof BANDS)[number];
export const BAND_TITLES: Readonly<Record<Band, string>> = {
  eu: 'European Union',
  national: 'National',
  regional: 'Regional',
  local: 'Local',
  partners: 'Partners',
};

export interface Node {
  readonly key: string;
  readonly who: Mention;
  readonly band: Band;
  /** `service provider`, `migrant council`. */
  readonly type: string;
  readonly sort: 'office' | 'partner' | 'body' | 'group' | 'class';
  readonly volunteer: boolean;
  /** Of a group of like ones that are shown as one. */
  readonly members: readonly Mention[];
}

/** All that runs one way between two of them. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly ties: readonly Tie[];
  /** Whether a law, a contract or the structure of the administration is behind it. */
  readonly formal: boolean;
  /** What it is about: titles of mandates, funds, tasks. */
  readonly why: readonly string[];
}

export interface Network {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** How many role holders stand behind the nodes. */
  readonly holders: number;
  readonly grouped: boolean;
}

/** More nodes than this are a hairball: those of one band and type are shown as one. */
export const MOST_NODES = 40;
const LEAST_GROUPED = 3;

interface Strand {
  readonly from: Declaration | Level;
  readonly to: Declaration | Level;
  readonly tie: Tie;
  readonly formal: boolean;
  readonly why: string;
}

/** Who has to do with whom in a plan. Several lines of one direction between two of them are one edge. */
export function actors(seen: Seen, most: number = MOST_NODES): Network {
  const strands = [...fromTasks(seen), ...fromMandates(seen), ...fromFunds(seen), ...fromForums(seen)].filter(({ from, to }) => from !== to);
  const ends = new Set<Declaration | Level>(strands.flatMap(({ from, to }) => [from, to]));
  for (const holder of seen.scope.of('actor', 'partner', 'body')) ends.add(holder);
  const nodes = [...ends].map((end) => nodeOf(end, seen)).sort(inOrder);
  const keys = new Map([...ends].map((end) => [end, nodeOf(end, seen).key]));
  const edges = edgesOf(strands.map((strand) => ({ ...strand, from: keys.get(strand.from) as string, to: keys.get(strand.to) as string })));
  const network = { nodes, edges, holders: nodes.length, grouped: false };
  return nodes.length > most ? groupedLike(network, most) : network;
}

const inOrder = (a: Node, b: Node): number => BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

function nodeOf(end: Declaration | Level, seen: Seen): Node {
  if (typeof end === 'string') {
    const who: Mention = { kind: 'actor', id: end, title: capital(spoken([end])) };
    return { key: `level:${end}`, who, band: end, type: say`all of a level`, sort: 'class', volunteer: false, members: [] };
  }
  const home = homeOf(end, seen);
  const said = end.facts.find((fact) => fact.word === 'level')?.value as Level | undefined;
  const type = end.facts.find((fact) => fact.word === (end.kind === 'body' ? 'kind' : 'type'))?.value;
  const sort = end.kind === 'actor' ? 'office' : end.kind === 'partner' ? 'partner' : end.kind === 'body' ? 'body' : 'group';
  const outside = sort === 'partner' || sort === 'group';
  return {
    key: `${home === seen.scope ? '' : `${home?.id ?? ''}.`}${end.id}`,
    who: mention(end, seen),
    band: said ?? (outside ? 'partners' : ((home?.levels[0] as Level | undefined) ?? 'local')),
    type: typeof type === 'string' ? spelled(type) : end.kind,
    sort,
    volunteer: isVolunteer(end),
    members: [],
  };
}

function edgesOf(strands: readonly { from: string; to: string; tie: Tie; formal: boolean; why: string }[]): readonly Edge[] {
  const edges = new Map<string, { from: string; to: string; ties: Set<Tie>; formal: boolean; why: Set<string> }>();
  for (const { from, to, tie, formal, why } of strands) {
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    const edge = edges.get(key) ?? { from, to, ties: new Set<Tie>(), formal: false, why: new Set<string>() };
    edge.ties.add(tie);
    edge.why.add(why);
    if (formal) edge.formal = true;
    edges.set(key, edge);
  }
  return [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => ({ ...edge, ties: TIES.filter((tie) => edge.ties.has(tie)), why: [...edge.why] }));
}

const isInformal = (holder: Declaration, plan: Scope): boolean =>
  holder.kind === 'group' ||
  (holder.kind === 'partner' && holder.facts.some(({ word, value }) => word === 'role' && value === 'informal') && agreementsOf(holder, plan).length === 0);

function fromTasks(seen: Seen): readonly Strand[] {
  const { scope: plan } = seen;
  return (plan.of('responsibility', 'measure') as readonly Task[]).flatMap((task) => {
    const named = (...words: readonly string[]) => plan.findAll(task.refs(...(words as never[])));
    const answers = answering(task, plan);
    const does = [...new Set([...doing(task, plan), ...named('with', 'supported by')])];
    const why = task.title;
    const strand = (tie: Tie, from: Declaration, to: Declaration): Strand => ({ tie, from, to, why, formal: !isInformal(from, plan) && !isInformal(to, plan) });
    return answers.flatMap((who) => [
      ...does.filter((one) => !answers.includes(one)).map((one) => strand('delivers', one, who)),
      ...named('consulted').map((one) => strand('consults', one, who)),
      ...named('supervised by').map((one) => strand('supervises', one, who)),
    ]);
  });
}

/** The duties that the plan takes up, and those that it gives to others. */
function fromMandates(seen: Seen): readonly Strand[] {
  const { scope: plan } = seen;
  const taken = (plan.of('responsibility', 'measure') as readonly Task[]).flatMap((task) =>
    plan.findAll(task.refs('fulfils')).flatMap((mandate) => {
      const giver = homeOf(mandate, seen) ?? plan;
      const from = mandate.refs('from' as never).map((ref) => meant(ref, giver, plan));
      return from.flatMap((one) =>
        one === undefined ? [] : answering(task, plan).map((to): Strand => ({ tie: 'mandates', from: one, to, why: mandate.title, formal: true })),
      );
    }),
  );
  const given = plan.of('mandate').flatMap((mandate) => {
    const { levels, holders } = addresseesOf({ mandate, giver: plan });
    const to = holders.size > 0 ? [...holders] : [...levels];
    return plan
      .findAll(mandate.refs('from'))
      .flatMap((from) => to.map((one): Strand => ({ tie: 'mandates', from, to: one, why: mandate.title, formal: true })));
  });
  return [...taken, ...given];
}

function fromFunds(seen: Seen): readonly Strand[] {
  const { scope: plan } = seen;
  const paidHere = new Map<Declaration, Set<Declaration>>();
  for (const task of plan.of('responsibility', 'measure') as readonly Task[])
    for (const { fund } of sourcesOf(task, plan)) for (const who of answering(task, plan)) paidHere.set(fund, (paidHere.get(fund) ?? new Set()).add(who));
  return [...new Set<Declaration>([...plan.of('fund'), ...paidHere.keys()])].flatMap((fund) => {
    const home = homeOf(fund, seen) ?? plan;
    const named = home.findAll(fund.refs('to' as never));
    const to = named.length > 0 ? named : [...(paidHere.get(fund) ?? [])];
    return home
      .findAll(fund.refs('from' as never))
      .flatMap((from) => to.map((one): Strand => ({ tie: 'funds', from, to: one, why: fund.title, formal: true })));
  });
}

/** Bodies with those who sit in them, whom somebody works with, and who watches over an agreement. */
function fromForums({ scope: plan }: Seen): readonly Strand[] {
  const bodies = plan
    .of('body')
    .flatMap((body) => seated(body, plan).map((one): Strand => ({ tie: 'meets', from: one, to: body, why: body.title, formal: !isInformal(one, plan) })));
  const met = plan
    .of('actor', 'partner')
    .flatMap((one) => plan.findAll(one.refs('works with')).map((to): Strand => ({ tie: 'meets', from: one, to, why: 'works with', formal: false })));
  const watched = plan.of('agreement').flatMap((agreement) => {
    const partner = agreement.parent;
    return partner?.is('partner')
      ? plan
          .findAll(agreement.refs('supervised by'))
          .map((from): Strand => ({ tie: 'supervises', from, to: partner as Declaration, why: agreement.title, formal: true }))
      : [];
  });
  return [...bodies, ...met, ...watched];
}

/** One node for those of a band that are of one type, largest groups first, until few enough are left. */
function groupedLike(network: Network, most: number): Network {
  const likes = new Map<string, Node[]>();
  for (const node of network.nodes) {
    const key = `${node.band}:${node.sort}:${node.type}`;
    if (likes.get(key)?.push(node) === undefined) likes.set(key, [node]);
  }
  const groups = [...likes].filter(([, nodes]) => nodes.length >= LEAST_GROUPED).sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const into = new Map<string, string>();
  const made: Node[] = [];
  let left = network.nodes.length;
  for (const [key, nodes] of groups) {
    if (left <= most) break;
    const [first] = nodes as [Node];
    const who: Mention = { kind: first.who.kind, id: key, title: `${nodes.length} × ${first.type}` };
    made.push({ ...first, key: `group:${key}`, who, volunteer: nodes.every((node) => node.volunteer), members: nodes.map((node) => node.who) });
    for (const node of nodes) into.set(node.key, `group:${key}`);
    left -= nodes.length - 1;
  }
  const nodes = [...network.nodes.filter((node) => !into.has(node.key)), ...made].sort(inOrder);
  const edges = edgesOf(
    network.edges.flatMap((edge) =>
      edge.ties.flatMap((tie) =>
        edge.why.map((why) => ({ from: into.get(edge.from) ?? edge.from, to: into.get(edge.to) ?? edge.to, tie, formal: edge.formal, why })),
      ),
    ),
  );
  return { nodes, edges, holders: network.holders, grouped: made.length > 0 };
}
