import { CodeActionKind } from 'vscode-languageserver';
import { whenOf } from '../../imports/values/dates.ts';
import { budgetsOf } from '../../imports/values/money.ts';
import type { Reading } from '../../imports/values/reading.ts';
import { isUnknown, statusOf } from '../../imports/values/words.ts';
import { counted, withArticle } from '../../language/nouns.ts';
import { quote } from '../../language/token.ts';
import { idFrom } from '../../language/words.ts';
import { readTree } from '../../model/read.ts';
import type { Scope } from '../../model/scope.ts';
import { declared } from '../../rules/mend.ts';
import { parseChunk } from '../../syntax/nest.ts';
import { parse } from '../../syntax/parse.ts';
import { lineStart } from '../../text/lines.ts';
import { say } from '../../text/say.ts';
import type { Column } from '../../words/headings.ts';
import type { Language } from '../../words/languages.ts';
import type { FileEdit } from '../edits.ts';
import type { Action, Ask } from './action.ts';
import { namesFrom, unused } from './extract.ts';
import { atEnd } from './move.ts';
import { holdersIn, type Made, pastedIndicators } from './paste-indicators.ts';
import { type Pasted, type PastedText, pastedText } from './table.ts';

/** A list or table that was pasted from elsewhere becomes measures, or indicators where it says what is measured; people that nobody has declared are declared with them. */
export function pasting({ workspace, uri, range }: Ask): Action[] {
  const file = workspace.files.get(uri);
  const scope = workspace.scopeOf(uri);
  if (file === undefined || scope === undefined || file.library) return [];
  const { text } = file.tree;
  const [from, to] = [file.tree.offsetAt(range.start), file.tree.offsetAt(range.end)];
  const [start, end] = [lineBegin(text, Math.min(from, to)), Math.max(from, to)];
  const selected = text.slice(start, end);
  if (selected.trim() === '' || selected.length > 200_000) return [];
  const pasted = pastedText(selected);
  if (pasted === undefined || pasted.rows.length === 0) return [];
  const inside = enclosingAt(text.slice(0, start));
  if (inside === 'elsewhere') return [];
  const kind = pasted.layout?.subject === 'indicator' ? 'indicator' : 'measure';
  const count = pasted.rows.length === 1 ? withArticle(kind) : counted(pasted.rows.length, kind);
  const table = selected.includes('\t') || selected.trimStart().startsWith('|');
  return [
    {
      title: table ? say`Make ${count} of the selected table` : say`Make ${count} of the selected list`,
      kind: CodeActionKind.RefactorRewrite,
      edits: () => {
        const indent = inside === 'sector' ? '  ' : '';
        const made = kind === 'indicator' ? pastedIndicators(pasted, scope, indent) : measures(pasted, scope, indent);
        const newline = /[\r\n]$/.test(selected) || end >= text.length ? '\n' : '';
        const here: FileEdit = { uri, span: { start, end }, text: made.text.replace(/\n$/, newline) };
        // What stands to the end of the file goes there after the measures, in one edit.
        if (made.people === '') return { edits: [here] };
        if (text.slice(end).trim() === '')
          return { edits: [{ ...here, text: `${made.text}${inside === 'sector' ? '}\n' : ''}\n${made.people}`, span: { start, end: text.length } }] };
        return { edits: [here, atEnd(file, made.people)] };
      },
    },
  ];
}

function lineBegin(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return text.slice(start, offset).trim() === '' ? start : offset;
}

/** In what the selection stands, told from the text before it: what is pasted may break the rest. */
function enclosingAt(before: string): 'top' | 'sector' | 'elsewhere' {
  const last = parse(`${before}\nzzmark`).chunks.at(-1);
  let statement = (last ?? parseChunk('')).statements.at(-1);
  while (statement?.block !== undefined && statement.block.length > 0 && statement.block.at(-1)?.span.end === statement.span.end)
    statement = statement.block.at(-1);
  if (statement?.word !== 'zzmark') return 'elsewhere';
  return statement.parent === undefined ? 'top' : statement.parent.kind === 'sector' && statement.parent.parent === undefined ? 'sector' : 'elsewhere';
}

/** The measures as they are written. */
function measures({ headings, rows, layout }: PastedText, scope: Scope, indent: string): Made {
  const writer = new Writer(scope, layout?.language ?? 'en');
  const written = rows.flatMap((row) => writer.row(row));
  const block = [...headings.map((line) => `# ${line.replace(/^#+\s*/, '')}`), ...written].map((line) => `${line === '' ? '' : indent}${line}\n`).join('');
  return { text: block, people: writer.people.map((line) => `${line}\n`).join('\n') };
}

class Writer {
  readonly people: string[] = [];
  readonly #taken: Set<string>;
  readonly #known = new Map<string, string>();
  readonly #language: Language;

  constructor(scope: Scope, language: Language) {
    this.#language = language;
    this.#taken = new Set(namesFrom(scope));
    for (const [name, id] of holdersIn(scope)) this.#known.set(name.toLowerCase(), id);
  }

  row(row: Pasted): readonly string[] {
    const lines: string[] = [];
    const after: string[] = [];
    const about: string[] = [];
    const say = (read: Reading | undefined, header: string, text: string, word = read?.says[0]?.split(' ', 1)[0]) => {
      const isNew = !lines.some((line) => line.startsWith(`${word} `));
      const unknown = word !== undefined && isUnknown(text) && isWhole(`${word} tbd`);
      if (isNew && read?.says.every(isWhole)) {
        if (read.guessed !== undefined) lines.push(`# ${guess(read.guessed)}`);
        lines.push(...read.says);
      } else if (isNew && unknown) lines.push(`${word} tbd`);
      else about.push(header === '' ? text : `${header}: ${text}`);
    };
    for (const { column: mapped, text } of row.cells) {
      const [column, header] = [mapped?.column, mapped?.heading ?? ''];
      const one = (statement: string | undefined): Reading | undefined => (statement === undefined ? undefined : { says: [statement] });
      if (column === 'number') say(one(`number ${quote(text)}`), header, text);
      else if (column !== undefined && HOLDING[column] !== undefined) {
        const [word, kind] = HOLDING[column];
        say(isUnknown(text) ? undefined : one(this.#holders(word, kind, text)), header, text, word);
      } else if (column === 'when') say(whenOf(text, this.#language), header, text, 'deadline');
      else if (column === 'budget') say(budgetsOf(text, { language: this.#language, currency: mapped?.currency }, mapped?.scale), header, text, 'budget');
      else if (column === 'status') say(one(status(text)), header, text);
      else if (column === 'indicator') after.push(`indicator ${this.#id(text)} ${quote(text)}`);
      else about.push(column === 'about' || header === '' ? text : `${header}: ${text}`);
    }
    if (row.done !== undefined && !lines.some((line) => line.startsWith('status '))) lines.push(`status ${row.done ? 'completed' : 'planned'}`);
    for (const { text, done } of row.steps) lines.push(`step ${quote(text)}${done === undefined ? '' : done ? ' completed' : ' planned'}`);
    if (about.length > 0) lines.unshift(`about ${quote(about.join('. ').replace(/([.!?])\. /g, '$1 '))}`);
    const head = `measure ${this.#id(row.title)} ${quote(row.title)}`;
    return [...(lines.length === 0 ? [head] : [`${head} {`, ...lines.map((line) => `  ${line}`), '}']), ...after];
  }

  #holders(word: string, kind: 'actor' | 'partner', text: string): string | undefined {
    const names = text
      .split(/[,;\n\r]+/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const ids = names.map((name) => this.#known.get(name.toLowerCase()) ?? this.#declare(kind, name));
    return ids.length === 0 ? undefined : `${word} ${[...new Set(ids)].join(', ')}`;
  }

  #declare(kind: 'actor' | 'partner', title: string): string {
    const id = this.#id(title);
    this.#known.set(title.toLowerCase(), id);
    this.people.push(declared(kind, id, quote(title)).trimEnd());
    return id;
  }

  #id(title: string): string {
    const id = unused(idFrom(title), this.#taken);
    this.#taken.add(id);
    return id;
  }
}

/** The statement of a measure that names those of a column, and what they are where nobody has declared them. */
const HOLDING: Partial<Record<Column, readonly [word: string, kind: 'actor' | 'partner']>> = {
  lead: ['lead', 'actor'],
  owner: ['lead', 'actor'],
  responsible: ['responsible', 'actor'],
  partners: ['with', 'partner'],
};

const status = (text: string): string | undefined => {
  const found = statusOf(text);
  return found === undefined ? undefined : `status ${found}`;
};

const guess = (why: string): string => say`Guessed: ${why}`;

/** Whether a measure can say this as it is. */
const isWhole = (statement: string): boolean => readTree(parse(`measure x "X" { ${statement} }`)).every(({ problems }) => problems.length === 0);
