import { told } from '../text/say.ts';
import { actors, BAND_TITLES, BANDS, type Node, TIE_WORDS } from '../views/actors.ts';
import type { Seen } from '../views/view.ts';
import { mermaid as escaped } from './escape.ts';

const SHAPES: Readonly<Record<Node['sort'], readonly [string, string]>> = {
  office: ['[', ']'],
  partner: ['[', ']'],
  body: ['([', '])'],
  group: ['[/', '/]'],
  class: ['[[', ']]'],
};

/** The network of actors as a Mermaid flowchart, which wikis and code forges draw. */
export function mermaid(seen: Seen): string {
  const { nodes, edges } = actors(seen);
  const ids = new Map(nodes.map((node, i) => [node.key, `n${i + 1}`]));
  const bands = BANDS.flatMap((band) => {
    const some = nodes.filter((node) => node.band === band);
    if (some.length === 0) return [];
    const lines = some.map((node) => {
      const [open, close] = SHAPES[node.sort];
      return `    ${ids.get(node.key)}${open}"${escaped(node.who.title)}"${close}`;
    });
    return [`  subgraph ${band}["${told(BAND_TITLES[band])}"]`, ...lines, '  end'];
  });
  const ties = edges.map(({ from, to, ties: some, formal }) => {
    const words = some.map((tie) => told(TIE_WORDS[tie])).join(', ');
    return `  ${ids.get(from)} ${formal ? '-->' : '-.->'}|"${words}"| ${ids.get(to)}`;
  });
  return `${['flowchart TB', ...bands, ...ties].join('\n')}\n`;
}
