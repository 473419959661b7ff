import { language, say, said as told } from '../../text/say.ts';
import type { Subject } from '../../views/table.ts';
import { h, raw } from './element.ts';
import type { Drawing } from './parts.ts';
import { STYLE } from './style.ts';
import { VIEWS, viewOf } from './views.ts';

/** One file that holds everything: no script, no picture from elsewhere, nothing that would ask a server. */
export async function page({ version, ...subject }: Subject & { readonly version: string }): Promise<string> {
  const drawing: Drawing = { seen: subject, live: false, shown: subject.shown };
  const title = subject.scope.title || say`Plan`;
  const policy = `default-src 'none'; style-src 'sha256-${await sha256(STYLE)}'; base-uri 'none'; form-action 'none'`;
  const document = h(
    'html',
    { lang: language(), class: 'report' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'generator', content: `iplan ${version}` }),
      h('title', {}, title),
      style(),
    ),
    h(
      'body',
      {},
      h('header', { class: 'cover' }, h('h1', {}, title), h('p', {}, say`As of ${subject.today}`)),
      h(
        'nav',
        { class: 'contents', 'aria-label': say`Contents` },
        h('ol', {}, ...VIEWS.map((view) => h('li', {}, h('a', { href: `#view-${view.id}` }, told(view.title))))),
      ),
      h('main', {}, ...VIEWS.map((view) => viewOf(view, drawing))),
      h('footer', {}, say`Made by iplan ${version} from the text of the plan, judged as of ${subject.today}.`),
    ),
  );
  return `<!DOCTYPE html>\n${document.text}\n`;
}

/** The style holds no word of a plan, and must stand in the file as it is. */
const style = () => raw(`<style>${STYLE}</style>`);

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
