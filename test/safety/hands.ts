// What is done to a repository of plans, whoever's hands do it: those of an editor that speaks the protocol, or those of VS Code.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Deed, Texts } from './repository.ts';

/** Files are named by their paths below the folder, places by their offsets in the text as the editor has it. */
export interface Hands {
  readonly root: string;
  /** The texts of the documents that are open. */
  readonly open: ReadonlyMap<string, string>;
  opens(file: string): Promise<void>;
  /** What was not saved is lost. */
  closes(file: string): Promise<void>;
  saves(file: string): Promise<void>;
  /** Replaces a stretch of an open document. */
  types(file: string, start: number, end: number, text: string): Promise<void>;
  /** Gives what stands at a place of an open document another name, wherever it is named; what may not be renamed stays. */
  renames(file: string, at: number, name: string): Promise<void>;
  moves(file: string, to: string): Promise<void>;
  removes(file: string): Promise<void>;
  /** Somebody else writes files, or removes those whose text is `undefined`. */
  finds(texts: Readonly<Record<string, string | undefined>>): Promise<void>;
}

/** Does one thing; nothing where there is nothing to do it to. */
export async function does(hands: Hands, deed: Deed): Promise<void> {
  if (deed.do === 'write') return hands.finds({ [deed.path]: deed.text });
  if (deed.do === 'checkout') return hands.finds({ ...Object.fromEntries(filesIn(hands.root).map((file) => [file, undefined])), ...deed.texts });
  const file = planOf(hands, deed.file);
  if (file === undefined) return;
  if (deed.do === 'remove') return hands.removes(file);
  if (deed.do === 'move') {
    const to = path.join(deed.to, path.basename(file));
    const canMove = existsSync(path.join(hands.root, file)) && !existsSync(path.join(hands.root, to));
    return canMove ? hands.moves(file, to) : undefined;
  }
  if (deed.do === 'close') return hands.closes(file);
  if (deed.do === 'save') return hands.saves(file);
  await hands.opens(file);
  const text = hands.open.get(file);
  if (text === undefined) return;
  if (deed.do === 'rename') return hands.renames(file, Math.floor(deed.at * text.length), deed.name);
  if (deed.do === 'type') {
    const start = Math.min(text.length, Math.floor(deed.at * (text.length + 1)));
    return hands.types(file, start, Math.min(text.length, start + deed.remove), deed.insert);
  }
  if (deed.do !== 'paste') return;
  const lines = textOf(hands, planOf(hands, deed.from) as string).split('\n');
  const from = Math.floor(deed.line * lines.length);
  const at = text.indexOf('\n', Math.floor(deed.at * text.length)) + 1;
  return hands.types(file, at, at, `${lines.slice(from, from + deed.lines).join('\n')}\n`);
}

/** All that is to be known of: what lies on disk, and what is open. */
export const filesOf = ({ root, open }: Hands): readonly string[] => [...new Set([...filesIn(root), ...open.keys()])].sort();

const planOf = (hands: Hands, number: number): string | undefined => {
  const plans = filesOf(hands).filter((file) => file.endsWith('.iplan'));
  return plans[number % plans.length];
};

export const textOf = ({ root, open }: Hands, file: string): string => open.get(file) ?? readFileSync(path.join(root, file), 'utf8');

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Writes files below a folder, or removes those whose text is `undefined`. */
export function write(root: string, texts: Readonly<Record<string, string | undefined>> | Texts): void {
  for (const [file, text] of Object.entries(texts)) {
    const at = path.join(root, file);
    if (text === undefined) rmSync(at, { force: true });
    else {
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  }
}

/**
 * Waits, for so many milliseconds, until what is said is what a server says that is started now. `texts` tells one state of all texts
 * from another: an editor may take a while to see what others wrote, and has time anew when it has.
 */
export async function becomesFresh(
  fresh: () => Promise<unknown>,
  said: () => Promise<unknown>,
  patience: number,
  texts: () => string = () => '',
): Promise<void> {
  for (let [of, wanted, end] = ['', undefined as unknown, 0]; ; ) {
    const now = texts();
    if (wanted === undefined || of !== now) [of, wanted, end] = [now, await fresh(), Date.now() + patience];
    const is = await said();
    if (texts() === of) {
      if (JSON.stringify(is) === JSON.stringify(wanted)) return;
      if (Date.now() > end) assert.deepEqual(is, wanted);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
