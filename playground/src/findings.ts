import type { LSPClientExtension } from '@codemirror/lsp-client';
import type { Text } from '@codemirror/state';
import type { Diagnostic, Position, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { say } from '../../server/src/text/say.ts';

export const WEIGHTS = ['error', 'warning', 'info', 'hint'] as const;
export type Weight = (typeof WEIGHTS)[number];
export const weightOf = ({ severity }: Diagnostic): Weight => WEIGHTS[(severity ?? 1) - 1] ?? 'error';

/** What is found, in words. */
export const sentenceOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

/** Where a position of the server stands in a text; a text that has gone on since has a place for every position. */
export function offsetOf(doc: Text, { line, character }: Position): number {
  if (line >= doc.lines) return doc.length;
  const { from, to } = doc.line(line + 1);
  return Math.min(from + character, to);
}

/** What is found in each file, as the server last told it. */
export class Findings {
  readonly #found = new Map<string, readonly Diagnostic[]>();
  readonly #changed: (uri: string) => void;

  constructor(changed: (uri: string) => void) {
    this.#changed = changed;
  }

  /** Whether a file has been judged at all. */
  has(uri: string): boolean {
    return this.#found.has(uri);
  }

  in(uri: string): readonly Diagnostic[] {
    return this.#found.get(uri) ?? [];
  }

  /** Takes what the server tells; this replaces the client's own drawing, which forgets what is told of files that are not shown. */
  get extension(): LSPClientExtension {
    return {
      clientCapabilities: { textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } } },
      notificationHandlers: {
        'textDocument/publishDiagnostics': (_, { uri, diagnostics }: PublishDiagnosticsParams) => {
          this.#found.set(uri, diagnostics);
          this.#changed(uri);
          return true;
        },
      },
    };
  }
}

/** How many of each weight, in words. */
export function countsIn(found: readonly Diagnostic[]): string {
  const of = (weight: Weight): number => found.filter((one) => weightOf(one) === weight).length;
  const [errors, warnings, notes] = [of('error'), of('warning'), of('info') + of('hint')];
  const parts = [
    ...(errors === 0 ? [] : [errors === 1 ? say`1 error` : say`${errors} errors`]),
    ...(warnings === 0 ? [] : [warnings === 1 ? say`1 warning` : say`${warnings} warnings`]),
    ...(notes === 0 ? [] : [notes === 1 ? say`1 hint` : say`${notes} hints`]),
  ];
  return parts.length === 0 ? say`Nothing is found in this plan.` : parts.join(', ');
}
