// The text of a document, as the server keeps it while it is typed in, is the text of the editor.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../../server/src/open-tables.ts';
import { Session } from '../../server/src/session.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { MadeUpFiles } from '../editor.ts';
import { holds, RUNS } from '../holds.ts';
import { NASTY, SAMPLE } from '../text.ts';

const URI = 'file:///w/plan.iplan';

describe('text of a document', () => {
  const number = fc.oneof({ weight: 8, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constantFrom(200, 10_000, 2 ** 31 - 1) });
  const position = fc.record({ line: number, character: number });
  const text = fc.oneof(fc.constantFrom(...NASTY, '', 'a\rb', 'a\r', '\nb', '🧭🧭'), fc.string({ maxLength: 8 }));
  const change = fc.oneof(
    { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
    { weight: 1, arbitrary: fc.record({ text }) },
  );
  const messages = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  const textIn = (session: Session): string => session.workspaceOf(URI).files.get(URI)?.tree.text ?? '';
  const open = (): Session => {
    const session = new Session(new MadeUpFiles({}), () => {});
    session.open(URI, 1, SAMPLE);
    return session;
  };

  it('is the same text with the same lines as that of the editor, whatever the changes', async () => {
    const run = (list: readonly (readonly Change[])[]): void => {
      const session = open();
      let document = TextDocument.create(URI, 'iplan', 1, SAMPLE);
      for (const [i, changes] of list.entries()) {
        session.change(URI, i + 2, changes);
        // Made anew for each change: this library counts lines wrongly after an edit whose ends are reversed.
        for (const one of changes) document = TextDocument.update(TextDocument.create(URI, 'iplan', 1, document.getText()), [one], i + 2);
        assert.equal(textIn(session), document.getText());
        const [tree, fresh] = [parse(document.getText()), TextDocument.create(URI, 'iplan', 1, document.getText())];
        for (const offset of [0, 7, 99, tree.length].filter((at) => at <= tree.length && tree.text.slice(at - 1, at + 1) !== '\r\n'))
          assert.deepEqual(tree.positionAt(offset), fresh.positionAt(offset));
      }
    };
    await holds('sync', fc.property(messages, run), Math.ceil(RUNS / 20));
  });

  it('is still a text after places that are none', () => {
    for (const odd of [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308]) {
      const session = open();
      session.change(URI, 2, [{ range: { start: { line: odd, character: odd }, end: { line: 1, character: odd } }, text: 'x' }]);
      const now = textIn(session);
      assert.ok(now.includes('x'), `${odd}`);
      session.change(URI, 3, [{ text: SAMPLE }]);
      assert.equal(textIn(session), SAMPLE);
    }
  });
});
