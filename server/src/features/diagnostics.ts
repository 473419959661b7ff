import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnosis } from '../lint.ts';
import { RULES } from '../rules/rules.ts';

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information } as const;

/** So many places are listed below a problem that was gathered of many; its message says how many. All problems are sent at every letter. */
const MOST_RELATED = 5;

/** The problems of a file as an editor shows them; an accepted gap is none, and what a baseline holds is a hint. */
export const diagnostics = (found: readonly Diagnosis[], shown: (one: Diagnosis) => Diagnostic = diagnostic): Diagnostic[] =>
  found.filter((d) => d.waived === undefined).map((d) => shown(d));

/** Where the page of a rule is; nothing for what is no rule. */
export type Pages = (rule: string) => string | undefined;

/** The pages of the rules where an editor shows them. */
export const pagesBelow =
  (address: string): Pages =>
  (rule) =>
    RULES.some(({ id }) => id === rule) ? `${address}${rule}.md` : undefined;

export function diagnostic(found: Diagnosis, pages: Pages = () => undefined): Diagnostic {
  const href = pages(found.rule);
  const related = found.related.slice(0, MOST_RELATED).map(({ uri, range, message }) => ({ location: { uri, range }, message }));
  return {
    source: 'iplan',
    code: found.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    severity: found.known === true ? DiagnosticSeverity.Hint : SEVERITIES[found.severity],
    range: found.range,
    message: found.instead === undefined ? found.message : `${found.message} ${found.instead}`,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}
