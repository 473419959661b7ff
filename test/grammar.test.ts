// The colours that an editor gives before the server has spoken: read by the very libraries that VS Code reads them with, and held
// against what the parser makes of every example.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { isKind } from '../server/src/language/vocabulary.ts';
import { parse } from '../server/src/syntax/parse.ts';
import type { Statement } from '../server/src/syntax/tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['examples', 'frameworks'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.iplan'))
    .map((file) => path.join(folder, file)),
);

describe('highlighting', () => {
  let grammar: textmate.IGrammar;
  before(async () => {
    const wasm = readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve('vscode-oniguruma')), 'onig.wasm'));
    await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer);
    const file = path.join(root, 'syntaxes/iplan.tmLanguage.json');
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async () => textmate.parseRawGrammar(readFileSync(file, 'utf8'), file),
    });
    grammar = (await registry.loadGrammar('source.iplan')) as textmate.IGrammar;
  });

  /** The scopes of a text: those of the piece that begins at, or holds, a place. */
  function scopes(text: string): (line: number, character: number) => string {
    let stack = textmate.INITIAL;
    const lines = text.split('\n').map((line) => {
      const done = grammar.tokenizeLine(line.replace(/\r$/, ''), stack);
      stack = done.ruleStack;
      return done.tokens;
    });
    return (line, character) =>
      lines[line]
        ?.find((token) => token.startIndex <= character && character < token.endIndex)
        ?.scopes.slice(1)
        .join(' ') ?? '';
  }
  /** The last scope of a word in a text of one line, without the name of the language. */
  const scopeOf = (text: string, word: string): string => (scopes(text)(0, text.indexOf(word)).split(' ').at(-1) ?? '').replace(/\.iplan$/, '');

  it('colours what a line is made of', () => {
    const cases: [text: string, ...words: [string, string][]][] = [
      [
        'sector housing "Housing" { field housing',
        ['sector', 'keyword.declaration'],
        ['housing', 'entity.name.type'],
        ['"Housing', 'entity.name.section'],
        ['field', 'keyword.other.statement'],
      ],
      [
        '  lead housing-office # who answers',
        ['lead', 'keyword.other.statement'],
        ['housing-office', 'variable.other.reference'],
        ['# who', 'comment.line.number-sign'],
      ],
      [
        'group a "A" { size 320 persons on 2024-12-31; priority high }',
        ['size', 'keyword.other.statement'],
        ['320', 'constant.numeric'],
        ['on ', 'keyword.other.connector'],
        ['2024', 'constant.numeric.date'],
        ['priority', 'keyword.other.statement'],
      ],
      ['measure "No id" {', ['measure', 'keyword.other.statement'], ['"No', 'string.quoted.double']],
      ['  budget 2370 EUR per person', ['EUR', 'constant.other.currency'], ['per ', 'keyword.other.connector']],
      [
        '  baseline tbd until 2026-Q4 "a \\" b"',
        ['tbd', 'constant.language.unknown'],
        ['2026', 'constant.numeric.date'],
        ['\\"', 'constant.character.escape'],
        [' b"', 'string.quoted.double'],
      ],
      ['  at least 90% by 2028', ['at least', 'keyword.other.statement'], ['90%', 'constant.numeric'], ['by', 'keyword.other.connector']],
      [
        'waive coverage/group-without-measure on elderly',
        ['waive', 'keyword.declaration'],
        ['coverage', 'support.constant.rule'],
        ['elderly', 'variable.other.reference'],
      ],
      ['  lead target', ['target', 'variable.other.reference']],
      ['year starts 04-01', ['year', 'keyword.other.statement'], ['04', 'constant.numeric.date']],
    ];
    for (const [text, ...words] of cases) for (const [word, scope] of words) assert.equal(scopeOf(text, word), scope, `${word} in ${text}`);
  });

  it('finds the statements and declarations that the parser finds, in every example', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      const at = scopes(text);
      const tree = parse(text);
      const visit = (statement: Statement) => {
        const { start } = tree.rangeIn(statement.chunk, statement.head) ?? assert.fail();
        const title = isKind(statement.word) && statement.kind !== undefined && statement.values[0]?.kind === 'word';
        const wanted = title ? 'keyword.declaration' : statement.row === undefined ? undefined : 'keyword.other.statement';
        const found = at(start.line, start.character);
        if (wanted !== undefined && !found.startsWith(wanted) && statement.word !== 'waive')
          wrong.push(`${file}:${start.line + 1} ${statement.word}: ${found}`);
        for (const value of statement.values) {
          if (value.kind !== 'text') continue;
          const place = tree.rangeIn(statement.chunk, value)?.start ?? assert.fail();
          if (!at(place.line, place.character).includes('string.quoted'))
            wrong.push(`${file}:${place.line + 1} ${value.image}: ${at(place.line, place.character)}`);
        }
        for (const inner of statement.block ?? []) visit(inner);
      };
      for (const chunk of tree.chunks) for (const statement of chunk.statements) visit(statement);
    }
    assert.deepEqual(wrong, []);
    assert.ok(files.length > 40);
  });

  it('is not spoilt by a text that nobody closed', () => {
    const short = scopes('plan a "A" { vision "oh\n  level local }\n');
    assert.match(short(1, 2), /^keyword\.other\.statement/);
    const long = scopes('plan a "A" { vision """ oh\n  level local\nactor b "B"\n');
    assert.match(long(1, 2), /^string/);
    assert.match(long(2, 0), /^keyword\.declaration/);
  });

  it('goes over very long lines in a moment', () => {
    for (const line of [
      'a'.repeat(20_000),
      'a '.repeat(10_000),
      '"'.repeat(20_000),
      '1-'.repeat(10_000),
      '{ measure '.repeat(2_000),
      'at '.repeat(7_000),
      `plan a "${'\\'.repeat(20_000)}`,
      ' '.repeat(20_000),
    ]) {
      const start = performance.now();
      scopes(line);
      const took = performance.now() - start;
      assert.ok(took < 2_000, `${line.slice(0, 20)}… took ${Math.round(took)} ms`);
    }
  });
});
