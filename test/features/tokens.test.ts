import assert from 'node:assert/strict';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/legend.ts';
import { semanticTokens, tokensDelta } from '../../server/src/features/tokens.ts';
import { asked } from './caret.ts';

const STATE = '\n--- state/plan.iplan\nplan state "State" { level national; period 2020 to 2030 }\nmandate settle "Settle" { to local }\n';

/** The words of a text with what they are taken for. */
function coloured(source: string, range?: { line: number }): string[] {
  const { workspace, uri } = asked(`--- town/plan.iplan\n|${source}${STATE}`);
  const lines = (workspace.files.get(uri)?.tree.text ?? '').split('\n');
  const data = semanticTokens(workspace, uri, '2026-06-30', range && { start: { line: range.line, character: 0 }, end: { line: range.line, character: 99 } });
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number];
    [line, character] = [line + down, down === 0 ? character + right : right];
    const modifiers = TOKEN_MODIFIERS.filter((_, bit) => (bits & (1 << bit)) !== 0);
    words.push([lines[line]?.slice(character, character + length), TOKEN_TYPES[type], ...modifiers].join(' '));
  }
  return words;
}

const PLAN = 'plan town "Town" { level local; under state; period 2025 to 2028 }\n';

describe('semantic tokens', () => {
  it('tell kinds, statements, names, words, numbers, dates, texts and comments apart', () =>
    assert.deepEqual(coloured(`${PLAN}group women "Women" { size 320 persons on 2024-12-31 } # new\n`).slice(11), [
      'group keyword',
      'women type declaration',
      '"Women" string',
      'size property',
      '320 number',
      'persons enumMember',
      'on connector',
      '2024-12-31 date',
      '# new comment',
    ]));

  it('mark what is declared elsewhere and who has ended', () =>
    assert.deepEqual(coloured(`${PLAN}actor old "Old" { active until 2024 }\nmeasure m "M" { lead old; fulfils state.settle; with nobody }\n`).slice(11), [
      'actor keyword',
      'old class declaration deprecated',
      '"Old" string',
      'active property',
      'until connector',
      '2024 date',
      'measure keyword',
      'm function declaration',
      '"M" string',
      'lead property',
      'old class deprecated',
      'fulfils property',
      'state namespace readonly',
      'settle function readonly',
      'with property',
    ]));

  it('tell a long text line by line, and the categories of a split value', () =>
    assert.deepEqual(coloured('group women "Women"\nindicator i "I" {\n  about """\n    One\n    """\n  value 4% on 2024 { women 3%; men 5% }\n}\n').slice(3), [
      'indicator keyword',
      'i variable declaration',
      '"I" string',
      'about property',
      '""" string',
      '    One string',
      '    """ string',
      'value property',
      '4% number',
      'on connector',
      '2024 date',
      'women type',
      '3% number',
      'men enumMember',
      '5% number',
    ]));

  it('answer for a range', () =>
    assert.deepEqual(coloured(`${PLAN}actor a "A"\nactor b "B"\n`, { line: 2 }), ['actor keyword', 'b class declaration', '"B" string']));

  it('leave what nobody knows alone', () =>
    assert.deepEqual(
      coloured('oops 12 { measure\n').filter((word) => word.startsWith('oops')),
      [],
    ));

  it('say what has changed since', () => {
    assert.deepEqual(tokensDelta([1, 2, 3], [1, 2, 3]), []);
    assert.deepEqual(tokensDelta([1, 2, 3, 4], [1, 9, 4]), [{ start: 1, deleteCount: 2, data: [9] }]);
    assert.deepEqual(tokensDelta([1, 1], [1, 1, 1]), [{ start: 2, deleteCount: 0, data: [1] }]);
  });
});
