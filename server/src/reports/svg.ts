import { actors } from '../views/actors.ts';
import { layout } from '../views/layout.ts';
import type { Seen } from '../views/view.ts';
import { networkPicture } from './html/actors.ts';
import { h, raw } from './html/element.ts';
import { PICTURES } from './html/pictures.ts';
import { LIGHT, plain } from './html/theme.ts';

/** The network of actors as a picture of its own, with plain colours that every program knows. */
export function svg(seen: Seen, shown: (uri: string) => string): string {
  const network = actors(seen);
  const ground = h('rect', { width: '100%', height: '100%', fill: LIGHT['bg'] as string });
  const style = raw(`<style>${plain(PICTURES)}</style>`);
  const drawn = networkPicture(network, layout(network), { seen, live: false, shown }, style, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.text}\n`;
}
