import { actions } from './features/actions.ts';
import { completions } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { foldingRanges } from './features/folding.ts';
import { formatDocument, formatRanges, formatTyped } from './features/formatting.ts';
import { answeredBy, answersTo, levelsAbove, levelsBelow, prepareAnswering, prepareLevels } from './features/hierarchy.ts';
import { inlayHints } from './features/hints.ts';
import { hover } from './features/hover.ts';
import { inlineCompletion } from './features/inline.ts';
import { codeLenses } from './features/lenses.ts';
import { documentLinks } from './features/links.ts';
import { highlights, references } from './features/references.ts';
import { relocation } from './features/relocate.ts';
import { prepareRename, rename } from './features/rename.ts';
import { selectionRanges } from './features/selection.ts';
import { signatureHelp } from './features/signature.ts';
import { documentSymbols, workspaceSymbols } from './features/symbols.ts';
import { semanticTokens } from './features/tokens.ts';

/** Every feature of the editor, by the name it is answered under; a test may put another in its place. */
export const FEATURES = {
  codeLenses,
  documentLinks,
  foldingRanges,
  formatDocument,
  formatRanges,
  formatTyped,
  inlayHints,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  definition,
  hover,
  references,
  highlights,
  documentSymbols,
  actions,
  answeredBy,
  answersTo,
  completions,
  inlineCompletion,
  levelsAbove,
  levelsBelow,
  prepareAnswering,
  prepareLevels,
  prepareRename,
  relocation,
  rename,
  workspaceSymbols,
};
export type Features = typeof FEATURES;
