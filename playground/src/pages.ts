// The pages of the playground, written once, when it is built: nothing in them depends on who looks at them.
import { content } from '../../client/src/preview/shell.ts';
import { all, type Child, type Html, h, raw } from '../../server/src/reports/html/element.ts';
import { say } from '../../server/src/text/say.ts';

/**
 * What a page may load: its own files and nothing else. The editor writes its style itself, into an element with the nonce; it is no
 * secret, and opens nothing but that, because no markup of a plan comes into this page unless it is built anew (`markup.ts`).
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const framePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The page itself: the text on one side, what it says on the other. */
export function indexPage(nonce: string): string {
  const title = say`iplan playground`;
  const head = all(
    h('meta', { name: 'style-nonce', content: nonce }),
    h('meta', { name: 'description', content: say`Try a language for integration plans in the browser: write, see what is missing, look at the plan.` }),
    raw('<link rel="icon" href="icon.png"/><link rel="stylesheet" href="playground.css"/><script src="playground.js" defer></script>'),
  );
  return page(title, policy(nonce), '', head, all(top(title), hint(), switches(), h('main', {}, textPane(), previewPane())));
}

/** The page in the frame: that of the preview in VS Code. */
export function previewPage(): string {
  const head = raw('<link rel="stylesheet" href="preview.css"/>');
  const body = raw(`${content()}<script src="frame.js"></script><script src="preview.js"></script>`);
  return page(say`Preview`, framePolicy, 'live', head, body);
}

function page(title: string, allowed: string, bodyClass: string, head: Html, body: Html): string {
  const inHead = all(
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: allowed }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', {}, title),
    head,
  );
  return `<!DOCTYPE html>\n${h('html', { lang: 'en', class: 'report' }, h('head', {}, inHead), h('body', bodyClass === '' ? {} : { class: bodyClass }, body)).text}\n`;
}

const act = (id: string, text: string, title: string): Html => h('button', { type: 'button', id, title }, text);

const top = (title: string): Html =>
  h(
    'header',
    { class: 'top' },
    h('div', { class: 'name' }, h('h1', {}, title), h('p', {}, say`Write a plan for the integration of newcomers as text, and see at once what it lacks.`)),
    h(
      'div',
      { class: 'doing' },
      h('label', { for: 'choose' }, say`Plan`),
      h('select', { id: 'choose' }, h('option', { value: '' }, say`A plan of your own`)),
      act('share', say`Share`, say`Make a link that holds the whole plan`),
      act('help', say`Help`, say`What you can do here, and the keys for it`),
    ),
  );

const hint = (): Html =>
  h(
    'section',
    { class: 'hint', 'aria-label': say`First steps` },
    say`New here? Take something out and see what is found:`,
    ' ',
    act('break', say`Break it`, say`Take out who answers for something`),
    ' ',
    h('span', {}, say`Everything stays in this browser.`),
  );

const switches = (): Html =>
  h(
    'nav',
    { class: 'switches', 'aria-label': say`What is shown` },
    h('button', { type: 'button', id: 'to-text', 'aria-pressed': 'true' }, say`Text`),
    h('button', { type: 'button', id: 'to-preview', 'aria-pressed': 'false' }, say`Preview`),
  );

const textPane = (): Html =>
  section(
    'text',
    say`Text`,
    h('div', { id: 'tabs', role: 'tablist', 'aria-label': say`Files of the plan` }),
    h(
      'div',
      { class: 'tools', role: 'group', 'aria-label': say`Tools` },
      act('undo', say`Undo`, say`Take back the last change`),
      act('redo', say`Redo`, say`Make the change again that was taken back`),
      act('mend', say`Mend`, say`What can be done about the finding at the cursor (Ctrl + .)`),
      act('explain', say`Explain`, say`What the word at the cursor means (Ctrl + I)`),
      act('tidy', say`Tidy`, say`Lay the text out anew (Shift + Alt + F)`),
    ),
    h(
      'div',
      { id: 'file', role: 'tabpanel', 'aria-labelledby': 'tab-shown' },
      h('noscript', {}, say`The playground needs JavaScript: the checker runs in your browser.`),
    ),
    h('p', { id: 'told', role: 'status', hidden: true }),
    h(
      'details',
      { id: 'findings', open: true },
      h('summary', {}, h('span', { id: 'counts', role: 'status' }, say`The plan is being read …`)),
      h('ul', { id: 'found', class: 'plain' }),
    ),
  );

const previewPane = (): Html =>
  section(
    'preview',
    say`Preview`,
    raw(`<iframe id="preview" title="${h('i', {}, say`The plan as it reads`).text.slice(3, -4)}" sandbox="allow-scripts"></iframe>`),
  );

const section = (pane: string, label: string, ...inside: readonly Child[]): Html => h('section', { class: `pane ${pane}`, 'aria-label': label }, ...inside);
