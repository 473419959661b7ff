import dagre from '@dagrejs/dagre';
import { told } from '../text/say.ts';
import { BAND_TITLES, BANDS, type Band, type Edge, type Network, type Node } from './actors.ts';

// Where the nodes of a network stand: bands from the highest level of government down to the partners. Dagre decides who stands beside
// whom and how lines run; in which row somebody stands is ours, so that bands hold together and no row is wider than a page.

export const NODE = { width: 168, height: 46 } as const;
const MOST_IN_ROW = 7;

export interface Box {
  readonly node: Node;
  /** The middle. */
  readonly x: number;
  readonly y: number;
}
export interface Line {
  readonly edge: Edge;
  /** From the one it comes from to the one it leads to. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}
export interface Strip {
  readonly band: Band;
  readonly title: string;
  readonly top: number;
  readonly bottom: number;
}
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly strips: readonly Strip[];
}

const MARGIN = { side: 20, top: 30, bottom: 14 } as const;

/** The nodes that something runs to or from; the others are told of in words. */
export function tied(network: Network): readonly Node[] {
  const ends = new Set(network.edges.flatMap(({ from, to }) => [from, to]));
  return network.nodes.filter(({ key }) => ends.has(key));
}

export function layout(network: Network): Layout {
  const nodes = tied(network);
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  const bandOf = new Map(nodes.map((node) => [node.key, BANDS.indexOf(node.band)]));
  graph.setGraph({ rankdir: 'TB', nodesep: 22, ranksep: 62, edgesep: 8, marginx: MARGIN.side, marginy: MARGIN.top, ranker: rows(bandOf) as never });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key } of nodes) graph.setNode(key, { ...NODE });
  const drawn = new Map<Edge, { from: string; to: string }>();
  for (const edge of network.edges) {
    const [from, to] = downwards(edge, bandOf);
    drawn.set(edge, { from, to });
    if (!graph.hasEdge(from, to)) graph.setEdge(from, to, {});
  }
  dagre.layout(graph);
  const boxes = nodes.map((node) => ({ node, ...at(graph.node(node.key) as { x: number; y: number }) }));
  const strips = stripsOf(boxes);
  const pairs = new Set(network.edges.map(({ from, to }) => JSON.stringify([from, to])));
  const lines = [...drawn].map(([edge, { from, to }]) => {
    const points = ((graph.edge(from, to) as { points?: { x: number; y: number }[] }).points ?? []).map(at);
    // Where something runs both ways, the two lines stand a little apart.
    const aside = pairs.has(JSON.stringify([edge.to, edge.from])) ? (from === edge.from ? -6 : 6) : 0;
    const shifted = points.map(({ x, y }) => ({ x: x + aside, y }));
    return { edge, points: from === edge.from ? shifted : shifted.reverse() };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width: Math.max(width, 320), height: Math.max(height, (strips.at(-1)?.bottom ?? 0) + 4), boxes, lines, strips };
}

const at = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) });

/** The higher band stands above; within a band whoever answers stands above whoever delivers or advises. */
function downwards({ from, to, ties }: Edge, bandOf: ReadonlyMap<string, number>): readonly [string, string] {
  const [a, b] = [bandOf.get(from) as number, bandOf.get(to) as number];
  const up = a === b ? ties[0] === 'delivers' || ties[0] === 'consults' || ties[0] === 'meets' : a > b;
  return up ? [to, from] : [from, to];
}

interface Ranked {
  nodes(): string[];
  node(key: string): { rank?: number } | undefined;
  inEdges(key: string): { v: string; w: string }[] | undefined;
}

/** A row for each node: below all rows of the bands above, below whatever leads to it, and in the next one where a row is full. */
function rows(bandOf: ReadonlyMap<string, number>) {
  return (graph: Ranked): void => {
    const keys = graph.nodes().filter((key) => bandOf.has(key));
    let first = 0;
    for (const band of BANDS.keys()) {
      const inBand = keys.filter((key) => bandOf.get(key) === band);
      if (inBand.length === 0) continue;
      const filled = new Map<number, number>();
      let last = first;
      for (const key of ordered(inBand, graph)) {
        const above = (graph.inEdges(key) ?? []).map(({ v }) => (bandOf.get(v) === band ? (graph.node(v)?.rank ?? first) + 2 : first));
        let row = Math.max(first, ...above);
        while ((filled.get(row) ?? 0) >= MOST_IN_ROW) row += 2;
        filled.set(row, (filled.get(row) ?? 0) + 1);
        (graph.node(key) as { rank?: number }).rank = row;
        last = Math.max(last, row);
      }
      first = last + 2;
    }
  };
}

/** Each after those that lead to it within the band; the graph has no rings left when this is asked. */
function ordered(keys: readonly string[], graph: Ranked): readonly string[] {
  const inside = new Set(keys);
  const waits = new Map(keys.map((key) => [key, (graph.inEdges(key) ?? []).filter(({ v }) => inside.has(v)).length]));
  const done: string[] = [];
  const rest = [...keys];
  while (rest.length > 0) {
    const next = rest.findIndex((key) => (waits.get(key) ?? 0) === 0);
    const [key] = rest.splice(Math.max(0, next), 1) as [string];
    done.push(key);
    for (const other of rest) {
      const from = (graph.inEdges(other) ?? []).filter(({ v }) => v === key).length;
      if (from > 0) waits.set(other, (waits.get(other) as number) - from);
    }
  }
  return done;
}

function stripsOf(boxes: readonly Box[]): readonly Strip[] {
  return BANDS.flatMap((band) => {
    const ys = boxes.filter(({ node }) => node.band === band).map(({ y }) => y);
    if (ys.length === 0) return [];
    const half = NODE.height / 2;
    return [{ band, title: told(BAND_TITLES[band]), top: Math.min(...ys) - half - 24, bottom: Math.max(...ys) + half + MARGIN.bottom }];
  });
}
