// The page of the preview, in its webview: shows what it is sent, follows the cursor, and says what was clicked. It builds nothing of
// what a plan says; that comes from the server, with every word escaped.
import { follow } from './follow.ts';
import { type FromPage, kept, type ToPage, toPage } from './said.ts';
import { tieTogether } from './ties.ts';
import { draw } from './update.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; getState(): unknown; setState(state: unknown): void };

const editor = acquireVsCodeApi();
const main = document.querySelector('main') as HTMLElement;
const heading = document.querySelector('h1') as HTMLElement;
const nav = document.querySelector('nav') as HTMLElement;
const trouble = document.querySelector('.trouble') as HTMLElement;

let shown: Extract<ToPage, { type: 'show' }> | undefined;
/** Where each view was scrolled to. */
const scrolled = new Map<string, number>();
const markTies = tieTogether(main, document.querySelector('.finder') as HTMLElement);
const before = kept(editor.getState());
if (before !== undefined) scrolled.set(before.view, before.scroll);

window.addEventListener('message', ({ data }) => {
  const message = toPage(data);
  if (message?.type === 'show') show(message);
  else if (message?.type === 'trouble') tell(message.message);
  else if (message?.type === 'cursor') follow(main, message);
});

function show(message: Extract<ToPage, { type: 'show' }>): void {
  tell('');
  const sameView = shown?.view === message.view && shown.uri === message.uri;
  const scroll = sameView ? window.scrollY : (scrolled.get(message.view) ?? 0);
  if (!sameView || shown?.views.length !== message.views.length) drawNav(message);
  const before = sameView ? shown?.html : undefined;
  shown = message;
  if (message.title !== '') document.title = message.title;
  heading.textContent = document.title;
  draw(main, message.html, before);
  markTies();
  window.scrollTo({ top: scroll });
  keep();
}

function drawNav({ views, view }: Extract<ToPage, { type: 'show' }>): void {
  const had = nav.contains(document.activeElement);
  nav.replaceChildren(
    ...views.map(({ id, title }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = title;
      button.dataset['view'] = id;
      if (id === view) button.setAttribute('aria-current', 'page');
      return button;
    }),
  );
  if (had) nav.querySelector<HTMLElement>('[aria-current]')?.focus();
}

function tell(message: string): void {
  trouble.textContent = message;
  trouble.hidden = message === '';
}

nav.addEventListener('click', ({ target }) => {
  const view = (target as HTMLElement).closest('button')?.dataset['view'];
  if (view === undefined) return;
  if (shown !== undefined) scrolled.set(shown.view, window.scrollY);
  editor.postMessage({ type: 'view', view });
});
// Arrows lead from one view to the next, as in a row of tabs.
nav.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const buttons = [...nav.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (step !== undefined && at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
});

main.addEventListener('click', (event) => {
  const at = (event.target as Element).closest<HTMLElement | SVGElement>('[data-line]');
  const link = (event.target as Element).closest('a');
  if (link !== null) event.preventDefault();
  // A selection of words is no click on what they mention.
  if (at === null || (link === null && String(window.getSelection()) !== '')) return;
  editor.postMessage({ type: 'open', file: Number(at.dataset['file']), line: Number(at.dataset['line']) });
});

let waiting: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 200);
});

function keep(): void {
  if (shown !== undefined) editor.setState({ uri: shown.uri, view: shown.view, scroll: window.scrollY });
}

editor.postMessage({ type: 'ready' });
