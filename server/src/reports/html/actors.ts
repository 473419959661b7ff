import { say, told } from '../../text/say.ts';
import { type Edge, type Network, type Node, TIE_WORDS, TIES, type Tie, actors as view } from '../../views/actors.ts';
import { type Box, type Layout, type Line, layout, NODE, tied } from '../../views/layout.ts';
import { hint, picture, wrapped } from './drawing.ts';
import { all, between, type Html, h } from './element.ts';
import { type Drawing, folded, named, namedAll, nothing, source, table, tag } from './parts.ts';

export function actors(drawing: Drawing): Html {
  const network = view(drawing.seen);
  if (network.nodes.length === 0) return nothing(say`The plan names no actor, no partner and no body.`);
  const drawn = new Set(tied(network));
  const alone = network.nodes.filter((node) => !drawn.has(node));
  return all(
    network.grouped && h('p', { class: 'legend' }, say`${network.holders} role holders; those of one level and type are shown as one.`),
    drawn.size > 0 && legend(network),
    drawn.size > 0 &&
      h('div', { class: 'scroll wide', role: 'region', tabindex: 0, 'aria-label': say`Network of actors` }, networkPicture(network, layout(network), drawing)),
    alone.length > 0 &&
      h(
        'p',
        {},
        say`Named, but with no tie to anybody: `,
        namedAll(
          drawing,
          alone.map((node) => node.who),
        ),
        '.',
      ),
    folded(say`The network as a table`, ties(network, drawing), people(network, drawing)),
  );
}

function legend({ edges }: Network): Html {
  const used = TIES.filter((tie) => edges.some((edge) => edge.ties.includes(tie)));
  const sample = (tie: Tie): Html =>
    h(
      'svg',
      { class: 'sample', width: 30, height: 10, viewBox: '0 0 30 10', 'aria-hidden': 'true' },
      h('path', { class: `edge ${tie}`, d: 'M1 5H22' }),
      h('path', { class: `head ${tie}`, d: 'M22 1L29 5L22 9z' }),
    );
  return h(
    'p',
    { class: 'legend ties' },
    ...used.map((tie) => h('span', { class: 'tie' }, sample(tie), ' ', told(TIE_WORDS[tie]))),
    h('span', { class: 'tie' }, say`dashed: informal`),
  );
}

/** The picture alone, also for reports that hold nothing else. */
export function networkPicture(network: Network, { width, height, boxes, lines, strips }: Layout, drawing: Drawing, ...before: readonly Html[]): Html {
  return picture(
    say`${boxes.length} role holders by level of government, and what runs between them; the table below says the same in words`,
    width,
    height,
    { class: 'network' },
    ...before,
    ...strips.map(({ title, top, bottom, band }) =>
      h(
        'g',
        { class: `strip ${band}` },
        h('rect', { class: 'strip-ground', x: 0, y: top, width, height: bottom - top, rx: 6 }),
        h('text', { class: 'strip-title', x: 8, y: top + 15 }, title),
      ),
    ),
    ...lines.map((line) => lineOf(line, network)),
    ...boxes.map((box) => boxOf(box, drawing)),
  );
}

const titleOf = (network: Network, key: string): string => network.nodes.find((node) => node.key === key)?.who.title ?? key;

function lineOf({ edge, points }: Line, network: Network): Html {
  const [tie] = edge.ties as [Tie];
  const words = edge.ties.map((one) => told(TIE_WORDS[one])).join(', ');
  return h(
    'g',
    { class: `line ${tie}${edge.formal ? '' : ' informal'}`, 'data-from': edge.from, 'data-to': edge.to },
    hint(`${titleOf(network, edge.from)} ${words} ${titleOf(network, edge.to)}: ${edge.why.join(', ')}`),
    h('path', { class: `edge ${tie}`, d: curve(points) }),
    h('path', { class: `head ${tie}`, d: arrow(points) }),
  );
}

type Point = { readonly x: number; readonly y: number };

/** A line that bends softly at the points between its ends. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] as Point;
    const last = i === rest.length - 2;
    const to = last ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x} ${point.y} ${to.x} ${to.y}`;
  });
  const end = points.at(-1) as Point;
  return `M${first.x} ${first.y}${bends.length === 0 ? `L${end.x} ${end.y}` : bends.join('')}`;
}

/** The head of an arrow at the end of a line. */
function arrow(points: readonly Point[]): string {
  const [a, b] = [points.at(-2), points.at(-1)];
  if (a === undefined || b === undefined) return '';
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const at = (back: number, side: number) => `${Math.round((b.x - dx * back - dy * side) * 10) / 10} ${Math.round((b.y - dy * back + dx * side) * 10) / 10}`;
  return `M${b.x} ${b.y}L${at(9, 4)}L${at(9, -4)}z`;
}

function boxOf({ node, x, y }: Box, drawing: Drawing): Html {
  const [left, top] = [x - NODE.width / 2, y - NODE.height / 2];
  const lines = wrapped(node.who.title, NODE.width - 14, 2);
  const first = top + (lines.length === 1 ? 20 : 15);
  return h(
    'g',
    {
      class: `node ${node.sort}${node.volunteer ? ' volunteer' : ''}`,
      'data-node': node.key,
      'data-title': node.who.title,
      ...source(drawing, node.who.place),
    },
    hint(
      `${node.who.title} (${node.type}${node.volunteer ? `, ${say`volunteers`}` : ''})${node.members.length === 0 ? '' : `: ${node.members.map(({ title }) => title).join(', ')}`}`,
    ),
    h('rect', { x: left, y: top, width: NODE.width, height: NODE.height, rx: node.sort === 'body' ? 14 : 4 }),
    ...lines.map((line, i) => h('text', { class: 'node-title', x, y: first + i * 13, 'text-anchor': 'middle' }, line)),
    h('text', { class: 'node-type', x, y: top + NODE.height - 5, 'text-anchor': 'middle' }, node.type),
  );
}

const nodeNamed = (node: Node | undefined, drawing: Drawing): Html =>
  node === undefined ? all() : all(named(drawing, node.who), node.volunteer && [' ', tag(say`volunteers`, 'warn')]);

function ties(network: Network, drawing: Drawing): Html {
  const byKey = new Map(network.nodes.map((node) => [node.key, node]));
  const row = (edge: Edge) => ({
    head: nodeNamed(byKey.get(edge.from), drawing),
    cells: [
      between(
        ', ',
        edge.ties.map((tie) => told(TIE_WORDS[tie])),
      ),
      nodeNamed(byKey.get(edge.to), drawing),
      edge.why.join(', '),
      told(edge.formal ? 'formal' : 'informal'),
    ],
  });
  return table(drawing, say`Who has to do with whom`, [say`Who`, say`does`, say`whom`, say`in what`, say`How`], network.edges.map(row));
}

const people = (network: Network, drawing: Drawing): Html =>
  table(
    drawing,
    say`Role holders`,
    [say`Who`, say`What`, say`Level`, say`Of`],
    network.nodes.map((node) => ({
      head: nodeNamed(node, drawing),
      cells: [node.type, told(node.band), namedAll(drawing, node.members)],
      place: node.who.place,
    })),
  );
