import assert from 'node:assert/strict';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { selectionRanges } from '../../server/src/features/selection.ts';
import { asked } from './caret.ts';

describe('folding', () => {
  const folds = (source: string) => {
    const { workspace, uri } = asked(`|${source}`);
    return foldingRanges(workspace, uri).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`);
  };

  it('folds blocks and long texts, and leaves the closing brace in sight', () =>
    assert.deepEqual(
      folds('sector s "S" {\n  about """\n    One\n    """\n  measure m "M" {\n    status ongoing\n  }\n  lead x\n}\nactor a "A" { type ngo }\n'),
      ['0-7', '1-3', '4-5'],
    ));

  it('folds comments of several lines, and regions', () =>
    assert.deepEqual(folds('# one\n# two\nactor a "A" # three\n# region Partners\n# four\nactor b "B"\n# endregion\n# endregion\n# alone\n'), [
      '0-1 comment',
      '3-6 region',
    ]));

  it('folds what is not closed as far as it reaches', () =>
    assert.deepEqual(folds('sector s "S" {\n  measure m "M" {\n    status ongoing\n  lead x\n'), ['0-3', '1-3']));

  it('folds nothing that stands on one line', () => assert.deepEqual(folds('actor a "A" { type ngo }\n'), []));
});

describe('selection', () => {
  /** What is selected, step by step. */
  const grows = (source: string): string[] => {
    const { workspace, uri, position } = asked(source);
    const tree = workspace.files.get(uri)?.tree;
    const steps: string[] = [];
    for (let range = selectionRanges(workspace, uri, [position])[0]; range !== undefined; range = range.parent)
      steps.push(tree?.text.slice(tree.offsetAt(range.range.start), tree.offsetAt(range.range.end)) ?? '');
    return steps;
  };

  it('grows from a word to its text, statement, block and declaration', () =>
    assert.deepEqual(grows('actor x "X"\nactor a "A" {\n  type ngo\n  contact "Head of| it" "a@b.example"\n}\n'), [
      'of',
      'Head of it',
      '"Head of it"',
      '"Head of it" "a@b.example"',
      'contact "Head of it" "a@b.example"',
      'type ngo\n  contact "Head of it" "a@b.example"',
      '{\n  type ngo\n  contact "Head of it" "a@b.example"\n}',
      'actor a "A" {\n  type ngo\n  contact "Head of it" "a@b.example"\n}',
      'actor a "A" {\n  type ngo\n  contact "Head of it" "a@b.example"\n}\n',
      'actor x "X"\nactor a "A" {\n  type ngo\n  contact "Head of it" "a@b.example"\n}\n',
    ]));

  it('grows from a head to its line', () => assert.deepEqual(grows('actor a "A" {\n  ty|pe ngo\n}\n').slice(0, 2), ['type', 'type ngo']));

  it('knows comments', () =>
    assert.deepEqual(grows('actor a "A" {\n  # Ask fi|rst\n  type ngo\n}\n').slice(0, 3), ['first', '# Ask first', '# Ask first\n  type ngo']));

  it('answers for every place that is asked about', () => {
    const { workspace, uri, position } = asked('actor| a "A"');
    assert.equal(selectionRanges(workspace, uri, [position, { line: 9, character: 9 }]).length, 2);
    assert.equal(selectionRanges(workspace, 'file:///w/none.iplan', [position]).length, 1);
  });
});
