import { actors } from '../views/actors.ts';
import { layout } from '../views/layout.ts';
import type { Subject } from '../views/table.ts';
import { networkPicture } from './html/actors.ts';
import { h, raw } from './html/element.ts';
import { PICTURES } from './html/pictures.ts';
import { LIGHT, plain } from './html/theme.ts';

/** The network of actors as a picture of its own, with plain colours that every program knows. */
export function svg(subject: Subject): string {
  const network = actors(subject);
  const ground = h('rect', { width: '100%', height: '100%', fill: LIGHT['bg'] as string });
  const style = raw(`<style>${plain(PICTURES)}</style>`);
  const drawn = networkPicture(network, layout(network), { seen: subject, live: false, shown: subject.shown }, style, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.text}\n`;
}
