// What the preview and its page say to each other: a closed list, checked on both sides. Names and shapes only, so that both may import
// this file, one of which knows VS Code and the other a browser.

/** From the preview to its page. */
export type ToPage =
  | {
      readonly type: 'show';
      readonly uri: string;
      readonly view: string;
      readonly title: string;
      readonly views: readonly { readonly id: string; readonly title: string }[];
      readonly html: string;
    }
  /** Something went wrong; what was shown before stays, with a line above it. */
  | { readonly type: 'trouble'; readonly message: string }
  /** The cursor stands in a line, counted from 1, of a file, counted from 0 in the list of those that the view leads to. */
  | { readonly type: 'cursor'; readonly file: number; readonly line: number };

/** From the page to the preview. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'view'; readonly view: string }
  /** Something that leads to a line was clicked; files and lines are counted as above. */
  | { readonly type: 'open'; readonly file: number; readonly line: number };

/** What the page keeps over a restart of the editor. */
export interface Kept {
  readonly uri: string;
  readonly view: string;
  readonly scroll: number;
}

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isFile = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isLine = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;
const fields = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

/** A message of the page, or nothing where it is none of the list. */
export function fromPage(value: unknown): FromPage | undefined {
  const { type, view, file, line } = fields(value);
  if (type === 'ready') return { type };
  if (type === 'view' && isText(view, 40)) return { type, view };
  if (type === 'open' && isFile(file) && isLine(line)) return { type, file, line };
  return undefined;
}

/** A message for the page, or nothing where it is none of the list. */
export function toPage(value: unknown): ToPage | undefined {
  const { type, uri, view, title, views, html, message, file, line } = fields(value);
  if (type === 'trouble' && isText(message, 4000)) return { type, message };
  if (type === 'cursor' && isFile(file) && isLine(line)) return { type, file, line };
  if (type !== 'show' || !isText(uri, 4000) || !isText(view, 40) || !isText(title, 4000) || typeof html !== 'string' || !Array.isArray(views)) return undefined;
  const named = views.map(fields).flatMap(({ id, title: words }) => (isText(id, 40) && isText(words, 80) ? [{ id, title: words }] : []));
  return { type, uri, view, title, views: named, html };
}

/** What a page has kept, as far as it can be used. */
export function kept(value: unknown): Kept | undefined {
  const { uri, view, scroll } = fields(value);
  if (!isText(uri, 4000)) return undefined;
  return { uri, view: isText(view, 40) ? view : '', scroll: typeof scroll === 'number' && Number.isFinite(scroll) ? scroll : 0 };
}
