import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnosis } from '../lint.ts';

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information } as const;

/** The problems of a file as an editor shows them; an accepted gap is none, and what a baseline holds is a hint. */
export const diagnostics = (found: readonly Diagnosis[]): Diagnostic[] => found.filter((d) => d.waived === undefined).map(diagnostic);

export function diagnostic(found: Diagnosis): Diagnostic {
  const related = found.related.map(({ uri, range, message }) => ({ location: { uri, range }, message }));
  return {
    source: 'iplan',
    code: found.rule,
    severity: found.known === true ? DiagnosticSeverity.Hint : SEVERITIES[found.severity],
    range: found.range,
    message: found.instead === undefined ? found.message : `${found.message} ${found.instead}`,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}
