import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';
import type { Kind } from '../language/vocabulary.ts';

/** The pictures that editors have for parts of programs, as they come nearest to the parts of a plan. */
export const ICONS: Readonly<Record<Kind, { readonly symbol: SymbolKind; readonly completion: CompletionItemKind }>> = {
  plan: { symbol: SymbolKind.Module, completion: CompletionItemKind.Module },
  framework: { symbol: SymbolKind.Package, completion: CompletionItemKind.Module },
  item: { symbol: SymbolKind.EnumMember, completion: CompletionItemKind.EnumMember },
  actor: { symbol: SymbolKind.Class, completion: CompletionItemKind.Class },
  partner: { symbol: SymbolKind.Interface, completion: CompletionItemKind.Interface },
  agreement: { symbol: SymbolKind.File, completion: CompletionItemKind.File },
  body: { symbol: SymbolKind.Struct, completion: CompletionItemKind.Struct },
  consultation: { symbol: SymbolKind.Event, completion: CompletionItemKind.Event },
  group: { symbol: SymbolKind.Array, completion: CompletionItemKind.TypeParameter },
  phase: { symbol: SymbolKind.Operator, completion: CompletionItemKind.Operator },
  goal: { symbol: SymbolKind.Property, completion: CompletionItemKind.Property },
  sector: { symbol: SymbolKind.Namespace, completion: CompletionItemKind.Module },
  responsibility: { symbol: SymbolKind.Method, completion: CompletionItemKind.Method },
  measure: { symbol: SymbolKind.Function, completion: CompletionItemKind.Function },
  target: { symbol: SymbolKind.Number, completion: CompletionItemKind.Value },
  indicator: { symbol: SymbolKind.Variable, completion: CompletionItemKind.Variable },
  fund: { symbol: SymbolKind.Object, completion: CompletionItemKind.Unit },
  mandate: { symbol: SymbolKind.Key, completion: CompletionItemKind.Reference },
  waive: { symbol: SymbolKind.Null, completion: CompletionItemKind.Keyword },
};
