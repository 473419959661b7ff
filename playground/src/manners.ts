// What the page does for its visitors: it shares, remembers, helps, and breaks a plan to show what happens then.
import type { EditorView } from '@codemirror/view';
import { say } from '../../server/src/text/say.ts';
import { isPlanFile, type Texts } from './addresses.ts';
import { showDialog } from './dialog.ts';
import { button, make, tell } from './dom.ts';
import type { Session } from './session.ts';
import { fragmentOf, type Shared } from './share.ts';

/** An error as a sentence; what we throw ourselves is one already. */
export const readable = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Longer links are cut by some programs for mail and chat, in characters. */
const LONG = 8000;

export async function shareDialog(texts: Texts, shown: string): Promise<void> {
  const fragment = await fragmentOf({ texts, shown });
  window.history.replaceState(null, '', fragment);
  const link = make('input', { readOnly: true, value: window.location.href, id: 'link' });
  const copied = make('p', { role: 'status' });
  const copy = async (): Promise<void> => {
    link.select();
    const done = await navigator.clipboard?.writeText(link.value).then(
      () => true,
      () => false,
    );
    copied.textContent = done ? say`The link is copied.` : say`The link is selected: copy it with the keyboard or the menu of your browser.`;
  };
  const label = make('label', { htmlFor: 'link' }, say`The link to this plan`);
  const { closed } = showDialog(
    say`Share the plan`,
    make('p', {}, say`The whole plan is in the link itself. It is stored nowhere else and sent to nobody: whoever has the link can read the plan.`),
    ...(fragment.length > LONG
      ? [
          make(
            'p',
            {},
            say`The link has ${fragment.length.toLocaleString('en')} characters. Some programs for mail and chat cut links that long; try it before you rely on it.`,
          ),
        ]
      : []),
    label,
    link,
    button(say`Copy the link`, () => void copy(), { className: 'main' }),
    copied,
  );
  link.select();
  await closed;
}

const KEPT = 'iplan-playground';

/** Keeps what is typed until the tab is closed, so that loading the page anew loses nothing. */
export function remember(texts: Texts, shown: string): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ shown, files: [...texts] }));
  } catch {
    // A browser may keep nothing; the page works without.
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // Nothing was kept.
  }
}

export function remembered(): Shared | undefined {
  try {
    const { shown, files } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as { shown: string; files: [string, string][] };
    const texts = new Map(files.filter(([path]) => isPlanFile(path)));
    return texts.has(shown) ? { texts, shown } : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the first answer for "who is accountable?" out of a plan, and shows what is found then. */
export async function breakIt(session: Session, own: readonly string[], view: EditorView): Promise<void> {
  const candidates = [...session.files].filter(({ uri }) => own.includes(uri)).sort((a, b) => Number(b === session.shown) - Number(a === session.shown));
  for (const file of candidates) {
    const doc = (file.view?.state ?? file.state).doc;
    const lines = doc.toString().split('\n');
    const at = lines.findIndex((line) => /^\s*accountable\s/.test(line));
    if (at < 0) continue;
    await session.open(file.uri, at + 1);
    const { from, to, text } = view.state.doc.line(at + 1);
    view.dispatch({ changes: { from, to: Math.min(to + 1, view.state.doc.length) }, userEvent: 'delete.break' });
    tell(say`Line ${at + 1} was taken out: "${text.trim()}". Nobody answers for it now, and that is found. Undo puts it back, or Mend offers an answer.`);
    return;
  }
  tell(say`Nothing in this plan says who is accountable, so there is nothing to take out. Choose another plan and try again.`);
}

export function help(): Promise<void> {
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl + Space', say`what may be written here`],
    ['Ctrl + .', say`mend what is found at the cursor`],
    ['Ctrl + I', say`explain the word at the cursor`],
    ['F8', say`go to the next finding`],
    ['F12', say`go to where a name is declared`],
    ['F2', say`rename something wherever it is named`],
    ['Shift + Alt + F', say`tidy the layout`],
    ['Escape, Tab', say`leave the text with the keyboard`],
  ];
  return showDialog(
    say`What you can do here`,
    make(
      'p',
      {},
      say`An integration plan is written here as text: one statement a line, in words a planner already uses. A plan says who does what for whom, by when, with which money, and how one will know.`,
    ),
    make(
      'p',
      {},
      say`While you type, the plan is checked for what research says makes plans fail: nobody answers, nobody measures, somebody is forgotten. What is found is underlined and listed below the text; each finding says what to write instead, and why.`,
    ),
    make('p', {}, say`Beside the text the plan is drawn as a council would look at it. Click anything there to go to its line.`),
    make('p', {}, say`Choose one of the examples, change it, and share it by a link. Nothing you write leaves this browser unless you send the link yourself.`),
    make('h3', {}, say`Keys`),
    make('dl', { className: 'keys' }, ...keys.flatMap(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)])),
  ).closed;
}
