import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { formatDocument, formatRanges, formatTyped } from '../../server/src/features/formatting.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { edited } from '../../server/src/text/edits.ts';
import { asked } from './caret.ts';

/** The text after edits, which may be given in any order. */
function after(text: string, edits: readonly TextEdit[]): string {
  const tree = parse(text);
  const spans = edits.map(({ range, newText }) => ({ span: { start: tree.offsetAt(range.start), end: tree.offsetAt(range.end) }, text: newText }));
  return edited(
    text,
    spans.sort((a, b) => a.span.start - b.span.start),
  );
}

/** A text in which `|` follows what was typed, and what becomes of it. */
function typed(source: string, character: string): string {
  const { workspace, uri, position } = asked(source);
  return after(source.replace('|', ''), formatTyped(workspace, uri, position, character));
}

describe('formatting', () => {
  const text = 'sector s "S" {\n   lead   a\n   field   work\n}\n';
  const { workspace, uri } = asked(`|${text}`);

  it('lays out a document', () => assert.equal(after(text, formatDocument(workspace, uri)), 'sector s "S" {\n  lead a\n  field work\n}\n'));

  it('lays out ranges, and nothing else', () => {
    const line = (n: number) => ({ start: { line: n, character: 0 }, end: { line: n, character: 99 } });
    assert.equal(after(text, formatRanges(workspace, uri, [line(1)])), 'sector s "S" {\n  lead a\n   field   work\n}\n');
    assert.equal(after(text, formatRanges(workspace, uri, [line(1), line(2)])), 'sector s "S" {\n  lead a\n  field work\n}\n');
    assert.deepEqual(formatRanges(workspace, uri, [line(3)]), []);
  });

  it('lays out the line before a new one, and indents the new one', () => {
    assert.equal(typed('sector s "S" {\nlead   a  \n|\n}\n', '\n'), 'sector s "S" {\n  lead a\n  \n}\n');
    assert.equal(typed('sector s "S" {\n|}\n', '\n'), 'sector s "S" {\n}\n');
    assert.equal(typed('sector s "S" {\n  measure m "M" {\n|', '\n'), 'sector s "S" {\n  measure m "M" {\n    ');
  });

  it('lays out the block that a brace closes', () => {
    assert.equal(
      typed('sector s "S" {\n  lead   a\n   measure m "M" {\n status   ongoing\n }|\n}\n', '}'),
      'sector s "S" {\n  lead   a\n  measure m "M" {\n    status ongoing\n  }\n}\n',
    );
  });

  it('lays out what stands before a semicolon, and keeps the semicolon', () => {
    assert.equal(typed('actor  a "A" { type   ngo;| }\n', ';'), 'actor a "A" { type ngo; }\n');
    assert.equal(typed('actor a "A" {\n    type   ngo;|\n}\n', ';'), 'actor a "A" {\n  type ngo;\n}\n');
  });

  it('leaves texts and what is broken alone', () => {
    assert.equal(
      typed('actor a "A" {\n  about """\n        one\n|\n    two\n  """\n}\n', '\n'),
      'actor a "A" {\n  about """\n        one\n\n    two\n  """\n}\n',
    );
    assert.equal(typed('actor a "A" {\n type   ngo } }|\n', '}'), 'actor a "A" {\n type   ngo } }\n');
  });
});
