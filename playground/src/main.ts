// The page of the playground: what is chosen, shared and shown, around one editor and one preview.

import { redo, undo } from '@codemirror/commands';
import { formatDocument } from '@codemirror/lsp-client';
import { EditorView } from '@codemirror/view';
import { say } from '../../server/src/text/say.ts';
import { addressOf, isPlan, type Texts } from './addresses.ts';
import { confirmed } from './dialog.ts';
import { byId, tell } from './dom.ts';
import { typing } from './editor.ts';
import { type Choice, listChoices, textsOf } from './examples.ts';
import { explain } from './explain.ts';
import { drawFindings } from './found.ts';
import { breakIt, forget, help, readable, remember, remembered, shareDialog } from './manners.ts';
import { Preview } from './preview.ts';
import { Session } from './session.ts';
import { isShared, sharedIn } from './share.ts';
import { switching } from './switching.ts';
import { Tabs } from './tabs.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
const view = new EditorView({ parent: byId('file'), extensions: [EditorView.cspNonce.of(nonce)] });
const choose = byId<HTMLSelectElement>('choose');
const panes = switching();
const tabs = new Tabs(() => session);
const preview = new Preview(byId<HTMLIFrameElement>('preview'), {
  open: (uri, line) => {
    panes.show('text');
    void session?.open(uri, line);
  },
  drawn: ({ own }) => {
    if (own.length > 0) looked = own;
    tabs.own(own);
    if (session !== undefined) drawFindings(session, looked);
  },
});

let session: Session | undefined;
let choices: readonly Choice[] = [];
/** The files of the plan that is looked at, by their addresses. */
let looked: readonly string[] = [];
let chosen = '';

/** Begins with other files; `path` is the one that is shown first. */
async function begin(texts: Texts, path: string, own: readonly string[] = [path]): Promise<void> {
  session?.end();
  looked = own.map(addressOf);
  const made = new Session(texts, view, typing(nonce), {
    shown: (file) => {
      tabs.show(file);
      if (isPlan(file.path) && !file.isFramework) preview.show(made.client, file.uri);
    },
    typed: () => {
      preview.refresh();
      remember(made.texts, made.shown?.path ?? path);
    },
    moved: ({ uri }, line) => preview.follow(uri, line),
    judged: () => {
      if (made !== session) return;
      tabs.draw();
      drawFindings(made, looked);
    },
  });
  session = made;
  tabs.begin(looked);
  await made.open(addressOf(path));
}

async function beginWith(choice: Choice): Promise<void> {
  forget();
  chosen = choose.value = nameOf(choice);
  await begin(await textsOf(choice.group), choice.head, choice.own);
}

const nameOf = ({ group, head }: Choice): string => `${group}/${head}`;

/** What the link carries, what was typed before the page was loaded anew, or else the first plan there is to choose. */
async function start(): Promise<void> {
  choices = await listChoices();
  drawChoices();
  const { hash } = window.location;
  const before = remembered();
  try {
    if (isShared(hash)) await beginShared(hash);
    else if (before !== undefined) await beginOther(before.texts, before.shown);
    else await beginWith(choices[0] as Choice);
  } catch (error) {
    await beginWith(choices[0] as Choice);
    tell(readable(error));
  }
}

async function beginShared(hash: string): Promise<void> {
  const { texts, shown } = await sharedIn(hash);
  await beginOther(texts, shown);
  tell(say`This plan came with the link. What you change stays in this browser until you share it again.`);
}

/** A plan that is none of those to choose from. */
async function beginOther(texts: Texts, shown: string): Promise<void> {
  chosen = choose.value = '';
  await begin(texts, shown);
}

function drawChoices(): void {
  const groups = Map.groupBy(choices, ({ groupTitle }) => groupTitle);
  for (const [title, some] of groups) {
    const group = document.createElement('optgroup');
    group.label = title;
    group.append(...some.map((choice) => new Option(choice.title, nameOf(choice))));
    choose.append(group);
  }
}

choose.addEventListener('change', async () => {
  const wanted = choices.find((choice) => nameOf(choice) === choose.value);
  const lost = say`What you have changed is not kept when another plan is opened. Share it first if you want to come back to it.`;
  if (wanted === undefined || (session?.isChanged && !(await confirmed(say`Open another plan?`, lost, say`Open the other plan`)))) {
    choose.value = chosen;
    return;
  }
  window.history.replaceState(null, '', window.location.pathname);
  tell('');
  await beginWith(wanted).catch((error) => tell(readable(error)));
});

/** What the buttons do. */
const commands: Readonly<Record<string, () => unknown>> = {
  share: () => session && shareDialog(session.texts, session.shown?.path ?? ''),
  help: () => help(),
};
/** The same for those that are about the text, which is then in sight. */
const editing: Readonly<Record<string, () => unknown>> = {
  undo: () => undo(view),
  redo: () => redo(view),
  tidy: () => formatDocument(view),
  mend: () => session?.mend(),
  explain: () => explain(view),
  break: () => session && breakIt(session, looked, view),
};
for (const [id, act] of Object.entries({ ...commands, ...editing }))
  byId(id).addEventListener('click', () => {
    tell('');
    if (Object.hasOwn(editing, id)) panes.show('text');
    void Promise.resolve(act()).catch((error) => tell(readable(error)));
  });

window.addEventListener('hashchange', () => {
  if (isShared(window.location.hash)) void beginShared(window.location.hash).catch((error) => tell(readable(error)));
});

void start().catch((error) => tell(readable(error)));
