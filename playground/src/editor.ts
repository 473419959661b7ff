import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentService, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import layout from '../../language-configuration.json' with { type: 'json' };
import { say } from '../../server/src/text/say.ts';

const opensBlock = new RegExp(layout.indentationRules.increaseIndentPattern);
const closesBlock = new RegExp(layout.indentationRules.decreaseIndentPattern);
const UNIT = '  ';

/** A new line stands as deep as the one above, or deeper behind a brace; the rest is laid out by the server. */
const indentation = indentService.of((context, at) => {
  const line = context.state.doc.lineAt(at);
  const above = context.simulatedBreak === at ? context.lineAt(at, -1).text : line.number > 1 ? context.state.doc.line(line.number - 1).text : '';
  const here = context.simulatedBreak === at ? context.lineAt(at, 1).text : line.text;
  const depth = /^ */.exec(above)?.[0].length ?? 0;
  return Math.max(0, depth + (opensBlock.test(above) ? UNIT.length : 0) - (closesBlock.test(here) ? UNIT.length : 0));
});

/** How the editor handles a text, whatever is in it. */
export const typing = (nonce: string): Extension => [
  EditorView.cspNonce.of(nonce),
  lineNumbers(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  bracketMatching(),
  closeBrackets(),
  search({ top: true }),
  EditorView.lineWrapping,
  indentUnit.of(UNIT),
  indentation,
  EditorState.languageData.of(() => [
    { commentTokens: { line: layout.comments.lineComment }, wordChars: '-_', closeBrackets: { brackets: layout.surroundingPairs.map(([open]) => open) } },
  ]),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, ...completionKeymap, ...lintKeymap]),
  EditorView.contentAttributes.of({ 'aria-label': say`Text of the plan`, tabindex: '0', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off' }),
];
