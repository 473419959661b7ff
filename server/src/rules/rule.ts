import type { Day } from '../language/dates.ts';
import { capital, either, listed, noun } from '../language/nouns.ts';
import type { Ref } from '../language/shape.ts';
import type { Declaration, Fact, Part, Waiver } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Chunk, Problem, Statement } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './mend.ts';

export type Severity = 'error' | 'warning' | 'information';
export const FAMILIES = [
  'structure',
  'names',
  'coverage',
  'accountability',
  'monitoring',
  'participation',
  'partners',
  'funding',
  'mandates',
  'adoption',
  'waivers',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Where a finding stands: a declaration (its id), a statement that was read, one name in it, or any span of a statement. */
export type At =
  | Declaration
  | Fact
  | Waiver
  | Part
  | { readonly node: Statement; readonly span: Span }
  | { readonly ref: Ref; readonly in: { readonly node: Statement } };

export interface Report {
  readonly at: At;
  /** What is wrong, in a planner's words, naming the thing: `Measure "Language café" has nobody accountable.` */
  readonly message: string;
  /** What to write instead: `Name one actor with "accountable".` */
  readonly instead?: string;
  readonly related?: readonly { readonly at: At; readonly message: string }[];
  /** The declaration this is about, for gathering and waivers; the one at which it stands unless given. */
  readonly about?: Declaration;
  /** Further things that this has said enough of, for the rules that it silences. */
  readonly also?: readonly Declaration[];
  /** One level lower than the rule's own: what is missing here weighs less. */
  readonly lighter?: boolean;
  /** The absence is promised: `tbd`, until when. */
  readonly tbd?: Fact['tbd'];
  /** The mend, or several to choose from, where it is mechanical. */
  readonly fix?: Fix | readonly Fix[];
}

export interface Context {
  readonly today: Day;
  readonly workspace: Workspace;
  /** The country that the configuration names, for plans that do not say theirs: ask `countryOf`. */
  readonly jurisdiction: string | undefined;
  /** The waivers that accept some finding; only the rules about waivers see them. */
  readonly matchedWaivers: ReadonlySet<Waiver>;
  /** The rules that have judged this plan: those that are not off and fit its kind. Only the rules about waivers see them. */
  readonly judged: ReadonlySet<string>;
  /** The rule's own options, defaults filled in. */
  readonly options: Readonly<Record<string, number | string | boolean>>;
}

/** A source that a rule rests on: the entry of the research and the publication, in its own reference. */
export interface Grounding {
  /** Author, year, section: `Busengdal 2024, section 5.1`. */
  readonly cite: string;
  /** What it found, in our words. */
  readonly finding: string;
}

export interface Rule {
  readonly id: `${Family}/${string}`;
  readonly severity: Severity;
  /** Off unless the profile `thorough` is chosen. */
  readonly thorough?: true;
  /** It reports that something is absent: softer in a draft, and silenced by nothing being there yet. */
  readonly absence?: true;
  /** Rules whose finding in the same plan makes this one pointless. */
  readonly silencedBy?: readonly string[];
  /** Rules whose finding about the same thing makes this one pointless. */
  readonly silencedAt?: readonly string[];
  /** What is wrong, in one sentence; the page's first line. */
  readonly summary: string;
  /** Why it matters, in our own words: a paragraph or two. */
  readonly why: string;
  readonly grounding: readonly Grounding[];
  /** When a finding may stand as it is, where that is not as everywhere in its family. */
  readonly accept?: string;
  /** Said when more than three findings are gathered: `measures have nobody accountable`. */
  readonly gathered?: string;
  /** How many of its findings may stand side by side before they are gathered; three unless given. */
  readonly apart?: number;
  readonly options?: Readonly<Record<string, { readonly default: number | string | boolean; readonly doc: string }>>;
  /** Plans or files that the rule must pass. Several files are written with `--- path` lines between. */
  readonly good: readonly string[];
  /** Examples that the rule must report; `# ^^^ message` under a line marks what, see `test/fixture.ts`. */
  readonly bad: readonly string[];
  /** Judges a plan. */
  check?(plan: Scope, report: (finding: Report) => void, context: Context): void;
  /** Judges a framework or a file of no plan too. */
  checkAny?(scope: Scope, report: (finding: Report) => void, context: Context): void;
  /** Judges what a chunk says by itself; a chunk that stays as it is, is not judged again. */
  checkChunk?(chunk: Chunk, report: (finding: Report) => void): void;
  /** What is to be said of a problem of this rule that was found when a chunk was parsed and read; nothing where it is said elsewhere. */
  ofProblem?(problem: Problem): Report | undefined;
}

/** Whether a rule reads the text alone, and not what it means. */
export const isOfText = ({ checkChunk, ofProblem }: Rule): boolean => checkChunk !== undefined || ofProblem !== undefined;

/** Declares a rule: the one way, so that every rule file reads alike. */
export const rule = (definition: Rule): Rule => definition;

/** How a declaration is called in messages: `measure "Language café"`. */
export const called = (declaration: Declaration): string => `${noun(declaration.kind)} "${declaration.title}"`;

/** The same at the beginning of a sentence. */
export const Called = (declaration: Declaration): string => capital(called(declaration));

export { either, listed };
