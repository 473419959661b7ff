import type { Diagnostic } from 'vscode-languageserver-protocol';
import { say } from '../../server/src/text/say.ts';
import { button, byId, make } from './dom.ts';
import { countsIn, sentenceOf, weightOf } from './findings.ts';
import type { Session } from './session.ts';

const MARKS = { error: '✖', warning: '▲', info: 'ℹ', hint: '○' } as const;

/** The findings of the files that are looked at, below the text: each leads to its line. */
export function drawFindings(session: Session, own: readonly string[]): void {
  const found = session.files.flatMap((file) => (own.includes(file.uri) ? session.findings.in(file.uri).map((one) => ({ file, one })) : []));
  found.sort((a, b) => (a.one.severity ?? 1) - (b.one.severity ?? 1));
  const isJudged = own.every((uri) => session.findings.has(uri));
  const counts = isJudged ? countsIn(found.map(({ one }) => one)) : say`The plan is being read …`;
  const summary = byId('counts');
  // Read out only where it is news.
  if (summary.textContent !== counts) summary.textContent = counts;
  byId('findings').classList.toggle('none', isJudged && found.length === 0);
  byId('found').replaceChildren(...found.map(({ file, one }) => row(session, file.uri, one)));
}

function row(session: Session, uri: string, found: Diagnostic): HTMLElement {
  const weight = weightOf(found);
  const line = found.range.start.line + 1;
  const mark = make('span', { className: `mark ${weight}` }, MARKS[weight]);
  mark.setAttribute('aria-hidden', 'true');
  const leads = button('', () => void session.open(uri, line), { className: 'choice' });
  leads.append(mark, ' ', sentenceOf(found), ' ', make('small', {}, typeof found.code === 'string' ? found.code : ''));
  return make('li', {}, leads);
}
