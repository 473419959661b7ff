// What the server and the extension say to each other beyond the protocol. Names and shapes only, so that both sides may
// import this file: it must never import anything itself.

/** Where the server reads files: from disk itself, or by asking the editor, which also reaches folders that are no disk. */
export type FileAccess = 'disk' | 'editor';

/** Sent with `initialize`. Settings are not in here: the server asks for the section `iplan`, and is told when it changes. */
export interface InitializationOptions {
  readonly files: FileAccess;
  /** The URI of the folder with the frameworks that come with the extension, for "go to definition". */
  readonly frameworks: string;
  /** The editor has the command `iplan.showReferences`: address, position, places. */
  readonly showReferences: boolean;
  /** The address below which the editor shows the pages of the rules: the code of a finding leads to `<this>coverage/orphan-measure.md`. */
  readonly rulePages?: string;
  /** The language to speak, with its texts; where it is missing, the locale of `initialize` tells. */
  readonly speech?: { readonly language: string; readonly texts: Readonly<Record<string, string>> | undefined };
}

/** The section `iplan` of the editor's settings; an empty text means "not said here". */
export interface Settings {
  readonly profile: '' | 'essential' | 'recommended' | 'thorough';
  readonly asOf: string;
  /** The language of findings and views: a tag such as `nb`; `auto` is that of the editor. */
  readonly language: string;
  readonly inlayHints: { readonly due: boolean; readonly baselines: boolean; readonly progress: boolean };
  readonly trace: { readonly server: 'off' | 'messages' | 'verbose' };
}

/** Folders that hold no plans, whatever is in them. */
export const PASSED_OVER: readonly string[] = ['node_modules', '.git', 'dist', 'out'];
/** The command behind the sentences above declarations: shows some places from one of them. */
export const showReferences = 'iplan.showReferences';

/** Server to client: the URIs of the plans, data and configuration files at any depth below a workspace folder. */
export const listFiles = 'iplan/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}
export type ListFilesResult = readonly string[];

/** Server to client: the text of one file inside a workspace folder, as it is saved. Exactly one of the two is present. */
export const readFile = 'iplan/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly text?: string;
  /** Why the file could not be read, as a sentence. */
  readonly error?: string;
}

/** A place in a file; lines and characters from 0, as in LSP. */
export interface Place {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** How many findings there are of each weight. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
}

/** One row of a tree in the side bar. */
export interface Branch {
  /** Stays the same while the text around it changes; given back as `parent` to ask for what is below. */
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** A kind of the language, or `level`, `kinds`, `file`, `heading`, and the weight of a finding. */
  readonly kind: string;
  readonly more: boolean;
  readonly counts: Counts;
  readonly place?: Place;
  /** The rule whose page tells more of it. */
  readonly rule?: string;
}

/** Client to server: what stands below one row of the tree of plans; without a row, the levels of government. */
export const planTree = 'iplan/planTree';
export interface BranchesParams {
  readonly parent?: string;
}

/** Client to server: the groups of all findings; with a row, the findings of that group. */
export const findings = 'iplan/findings';
export const GROUPINGS = ['rule', 'actor', 'sector'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export interface FindingsParams extends BranchesParams {
  readonly by: Grouping;
}

/** Client to server: how the plan of a file stands, how strictly it is judged, and why. */
export const planState = 'iplan/planState';
export interface PlanStateParams {
  readonly uri: string;
}
export interface PlanState {
  /** The title of the plan; nothing for a file that is not judged. */
  readonly plan?: string;
  readonly counts: Counts;
  readonly profile: Exclude<Settings['profile'], ''>;
  /** Sentences: what the file belongs to, who has chosen the profile, and the day it is judged against. */
  readonly why: readonly string[];
  /** The configuration that holds for the file. */
  readonly config?: string;
}

/** Client to server: the rules, or the page of one of them as Markdown. */
export const rules = 'iplan/rules';
export interface RuleEntry {
  readonly id: string;
  readonly summary: string;
}
export const rulePage = 'iplan/rulePage';
export interface RulePageParams {
  readonly rule: string;
}
export type RulePageResult = string | null;

/** Client to server: what there is to choose from for a new plan, and the files of one. */
export const planChoices = 'iplan/planChoices';
export interface PlanChoices {
  readonly levels: readonly string[];
  readonly countries: readonly string[];
  readonly fields: readonly { readonly word: string; readonly title: string; readonly usual: boolean }[];
  /** A framework that is for one country begins with its code: `no-2020-integration-act`. */
  readonly frameworks: readonly { readonly id: string; readonly title: string; readonly country?: string; readonly level?: string }[];
  readonly plans: readonly { readonly id: string; readonly title: string; readonly levels: readonly string[] }[];
}
export const newPlan = 'iplan/newPlan';
export interface NewPlanParams {
  readonly level: string;
  readonly name: string;
  readonly country: string;
  /** As it is written in a plan: `2027 to 2030`. */
  readonly period: string;
  readonly frameworks: readonly string[];
  readonly fields: readonly string[];
  readonly under?: string;
}
export interface NewPlanResult {
  /** The name of a folder for it. */
  readonly folder: string;
  /** Paths in that folder and what stands in the files; the first is to be opened. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Client to server: whether it is there. Answered at once, with nothing, however much there is to do. */
export const alive = 'iplan/alive';

/** Client to server: reads every file again and judges everything anew. */
export const recheck = 'iplan/recheck';
export interface RecheckResult {
  /** How many files are judged. */
  readonly files: number;
}

/** Client to server: a view of the plan that a document belongs to, drawn from what is typed. */
export const preview = 'iplan/preview';
export interface PreviewParams {
  readonly uri: string;
  /** The id of a view; one that is not known is answered with the first. */
  readonly view: string;
  /** Typing rests: what takes long may be judged now. */
  readonly rested: boolean;
}
export interface PreviewResult {
  /** By what the plan is told from others; nothing where the document belongs to no plan. */
  readonly plan?: string;
  readonly title: string;
  readonly view: string;
  readonly views: readonly { readonly id: string; readonly title: string }[];
  /** HTML that the server built, with every word of the plan escaped. */
  readonly html: string;
  /** The files of the plan itself, as the editor writes their addresses. */
  readonly own: readonly string[];
  /** The files that the view leads to, those of plans above and of frameworks among them: the page names them by their place here, from 0. */
  readonly files: readonly string[];
  /** Whether the findings are those of this very text; else ask again when typing rests. */
  readonly settled: boolean;
}

/** Client to server: the versions that a plan can be compared with. */
export const versions = 'iplan/versions';
export interface VersionsParams {
  readonly uri: string;
}
export interface VersionsResult {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** The newest commits, newest first; days as `2026-03-01`. */
  readonly commits: readonly { readonly id: string; readonly says: string; readonly day: string }[];
  /** Why there are none, as a sentence. */
  readonly why?: string;
}

/** Client to server: what the plan of a document means now and meant before. */
export const compare = 'iplan/compare';
export interface CompareParams {
  readonly uri: string;
  /** What it is compared with: a branch, tag or commit, or another text in the place of the document. */
  readonly base: { readonly revision: string } | { readonly text: string; readonly name: string; readonly uri: string };
}
export interface CompareResult {
  /** The title of the plan. */
  readonly title: string;
  /** How many things were weakened, strengthened, changed, and which findings came and went: one line. */
  readonly summary: string;
  /** HTML that the server built, with every word of the plans escaped. */
  readonly html: string;
  /** The files that it leads to: the page names them by their place here, from 0. */
  readonly files: readonly string[];
  /** What differs in the document itself, by its lines now, from 0. */
  readonly rows: readonly { readonly line: number; readonly weight: 'weakened' | 'strengthened' | 'changed'; readonly says: string }[];
}

/** The address of a file as it was: that of the file with this scheme, and the commit behind `?`. */
export const pastScheme = 'iplan-past';
/** Client to server: the text of a file at a commit; `null` where it was not there. */
export const pastText = 'iplan/pastText';
export interface PastTextParams {
  readonly uri: string;
  readonly revision: string;
}
export type PastTextResult = string | null;
/** Client to server: in which forms the plan of a document can be written here; none where it belongs to no plan. */
export const exportChoices = 'iplan/exportChoices';
export interface ExportChoicesParams {
  readonly uri: string;
}
export interface ExportFormat {
  readonly id: string;
  readonly title: string;
  /** How its files end, without a dot. */
  readonly ending: string;
}
export interface ExportChoices {
  /** The name of a file for it, without its ending. */
  readonly name: string;
  readonly formats: readonly ExportFormat[];
}

/** Client to server: the plan of a document in one of these forms, from what is typed. */
export const exportPlan = 'iplan/exportPlan';
export interface ExportParams {
  readonly uri: string;
  readonly format: string;
  /** The folder of the workspace that the document lies in: what the report mentions is told from there. */
  readonly folder?: string;
}
/** Exactly one of the three is present. */
export interface ExportResult {
  readonly text?: string;
  /** The bytes of what is no text. */
  readonly base64?: string;
  /** Why it was not written, as a sentence. */
  readonly error?: string;
}

/** Client to server: a plan of the files that there are, which are sent with it. Nothing is written: that is the editor's to do. */
export const importPlan = 'iplan/importPlan';
export interface ImportParams {
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  /** What people say that headings mean: the heading, and the name of a column. */
  readonly mapping: readonly { readonly heading: string; readonly column: string }[];
  /** The folder that the plan is to lie in: its settings say which day is today. */
  readonly folder?: string;
  /** The files of the plan that the same files were imported into before, and what was imported then: the newer version is merged into them. */
  readonly into?: { readonly base: string; readonly files: readonly { readonly path: string; readonly text: string }[] };
}
/** A column of a table, and what it was read as. */
export interface ImportedColumn {
  readonly heading: string;
  /** In words: `lead`, `a remark`, `value, its date`. */
  readonly means: string;
  /** By what it was recognised, in words. */
  readonly how: string;
  readonly recognised: boolean;
}
export interface ImportResult {
  /** Why nothing was read, as a sentence. */
  readonly error?: string;
  /** The id of the plan, which also names its folder. */
  readonly id: string;
  readonly title: string;
  readonly tables: readonly { readonly name: string; readonly says: string; readonly columns: readonly ImportedColumn[] }[];
  /** What a heading may be said to mean. */
  readonly columns: readonly { readonly name: string; readonly says: string }[];
  /** How much stands in the plan, and what has to be looked at, a sentence each. */
  readonly summary: readonly string[];
  /** Of a merge: what differs in meaning between the two versions of the files, and where the plan has changed the same and keeps its own. */
  readonly again?: { readonly differences: readonly string[]; readonly conflicts: readonly string[] };
  /** Paths below the folder of the plan and what stands in the files: the plan first, its report and what later imports compare with last. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}
