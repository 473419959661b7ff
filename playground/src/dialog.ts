import { say } from '../../server/src/text/say.ts';
import { button, make } from './dom.ts';

/** Shows something in front of the page; resolves when it is closed. Escape closes it, and the keyboard goes back to where it was. */
export function showDialog(title: string, ...inside: readonly (Node | string)[]): { readonly close: () => void; readonly closed: Promise<void> } {
  const heading = make('h2', {}, title);
  const dialog = make(
    'dialog',
    {},
    make(
      'div',
      { className: 'bar' },
      heading,
      button(say`Close`, () => dialog.close()),
    ),
    make('div', { className: 'inside' }, ...inside),
  );
  dialog.setAttribute('aria-label', title);
  // A click beside it closes it too.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
  document.body.append(dialog);
  dialog.showModal();
  return { close: () => dialog.close(), closed };
}

/** Asks before something is lost. */
export async function confirmed(title: string, sentence: string, yes: string): Promise<boolean> {
  let chosen = false;
  const { close, closed } = showDialog(
    title,
    make('p', {}, sentence),
    button(yes, () => {
      chosen = true;
      close();
    }),
  );
  await closed;
  return chosen;
}
