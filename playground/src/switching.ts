import { byId } from './dom.ts';

type Pane = 'text' | 'preview';

/** On a narrow page the text and the preview are shown one at a time; on a wide one both are, and the buttons are not there. */
export function switching(): { readonly show: (pane: Pane) => void } {
  const show = (pane: Pane): void => {
    document.body.dataset['pane'] = pane;
    for (const one of ['text', 'preview'] as const) byId(`to-${one}`).setAttribute('aria-pressed', String(one === pane));
  };
  for (const pane of ['text', 'preview'] as const) byId(`to-${pane}`).addEventListener('click', () => show(pane));
  show('text');
  return { show };
}
