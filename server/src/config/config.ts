import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { COUNTRIES } from '../language/countries.ts';
import { parseDate } from '../language/dates.ts';
import type { Diagnosis } from '../lint.ts';
import type { Severity } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import { lineStarts, rangeOf } from '../text/lines.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { PROFILES, type Profile } from './settings.ts';
import validate from './validate.generated.js';

/** What `iplan.config.json` says; only what was right is in it. */
export interface Config {
  readonly profile?: Profile;
  readonly asOf?: string;
  /** The country of the plans that do not say theirs. */
  readonly jurisdiction?: string;
  readonly rules: ReadonlyMap<string, { readonly severity?: Severity | 'off'; readonly options: Readonly<Record<string, number | string | boolean>> }>;
  /** Globs, relative to the folder of the configuration. */
  readonly exclude: readonly string[];
  /** Folders with more frameworks, relative to the folder of the configuration. */
  readonly frameworks: readonly string[];
  /** The file with the findings that were there at first, relative to the folder of the configuration. */
  readonly baseline?: string;
}

export const CONFIG_FILE = 'iplan.config.json';
/** Files of this name hold baselines: whoever watches files knows them by it. */
const BASELINE = /baseline\.json$/;
const LARGEST = 256 * 1024;
const DEEPEST = 32;
const KEYS = ['$schema', 'profile', 'asOf', 'jurisdiction', 'rules', 'exclude', 'frameworks', 'baseline'];
const EMPTY: Config = { rules: new Map(), exclude: [], frameworks: [] };

/** Reads a configuration. Every mistake is one problem at its place; what is right beside it counts all the same. */
export function parseConfig(text: string, uri: string): { readonly config: Config; readonly problems: readonly Diagnosis[] } {
  const starts = lineStarts(text.slice(0, LARGEST + 1));
  const problems: Diagnosis[] = [];
  const report = (start: number, length: number, message: string, instead: string) =>
    problems.push({ rule: 'config/bad-config', severity: 'error', message, instead, uri, range: rangeOf(starts, { start, end: start + length }), related: [] });
  if (text.length > LARGEST) {
    report(0, 0, say`This configuration is larger than 256 KB.`, say`Nothing of it is used; keep to the settings that are described in the documentation.`);
    return { config: EMPTY, problems };
  }
  if (depthOf(text) > DEEPEST) {
    report(0, 0, say`This configuration is nested too deeply.`, say`Nothing of it is used.`);
    return { config: EMPTY, problems };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const first = errors[0];
  if (first !== undefined)
    report(
      first.offset,
      first.length,
      say`This is not JSON: ${words(printParseErrorCode(first.error))}.`,
      say`Comments are allowed; texts and names stand in double quotes.`,
    );
  if (root === undefined) return { config: EMPTY, problems };
  if (root.type !== 'object') {
    report(root.offset, root.length, say`A configuration is an object in braces.`, say`Write { "profile": "recommended" }.`);
    return { config: EMPTY, problems };
  }
  return { config: new Reader(report).read(root), problems };
}

const words = (code: string): string =>
  code
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();

/** How deeply braces and brackets are nested; texts are passed over. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const match of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (match[0] === '{' || match[0] === '[') most = Math.max(most, ++depth);
    else if (match[0] === '}' || match[0] === ']') depth--;
  }
  return most;
}

type ReportAt = (start: number, length: number, message: string, instead: string) => void;

class Reader {
  readonly #report: ReportAt;

  constructor(report: ReportAt) {
    this.#report = report;
  }

  read(root: Node): Config {
    const config: { -readonly [K in keyof Config]: Config[K] } = { rules: new Map(), exclude: [], frameworks: [] };
    for (const [key, value] of this.#entries(root, KEYS, 'setting')) {
      if (key === 'profile') config.profile = this.#oneOf(value, PROFILES, 'profile');
      else if (key === 'asOf') config.asOf = this.#day(value);
      else if (key === 'jurisdiction') config.jurisdiction = this.#country(value);
      else if (key === 'exclude') config.exclude = this.#texts(value, 'exclude', '["archive/**"]');
      else if (key === 'frameworks') config.frameworks = this.#texts(value, 'frameworks', '["frameworks"]').filter((path) => this.#inside(path, value));
      else if (key === 'baseline') config.baseline = this.#baseline(value);
      else if (key === 'rules') config.rules = this.#rules(value);
    }
    // What is left over must please the schema that editors complete from: the two may never disagree.
    const plain = JSON.parse(
      JSON.stringify({
        ...config,
        rules: Object.fromEntries([...config.rules].map(([id, r]) => [id, { ...(r.severity && { severity: r.severity }), ...r.options }])),
      }),
    );
    if (!validate(plain))
      this.#report(
        root.offset,
        1,
        say`This configuration does not fit its schema: ${validate.errors?.[0]?.message ?? 'unknown'}.`,
        say`See schemas/config.schema.json.`,
      );
    return config;
  }

  /** The properties of an object, each once, those that are unknown reported. */
  *#entries(node: Node, known: readonly string[], what: string, of = ''): Iterable<[string, Node]> {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const [name, value] = property.children ?? [];
      if (name === undefined || value === undefined) continue;
      const key = String(name.value);
      if (seen.has(key)) this.#report(name.offset, name.length, say`"${clip(key)}" stands twice.`, say`Keep one of them; the first counts.`);
      else if (!known.includes(key)) {
        const close = nearest(key, known);
        this.#report(
          name.offset,
          name.length,
          say`There is no ${what} "${clip(key)}"${of}.`,
          close === undefined
            ? say`Remove it${known.length < 10 ? say`; what may stand here: ${known.filter((k) => k !== '$schema').join(', ')}` : ''}.`
            : say`Did you mean "${close}"?`,
        );
      } else {
        seen.add(key);
        yield [key, value];
      }
    }
  }

  #oneOf<T extends string>(node: Node, values: readonly T[], what: string): T | undefined {
    if (values.includes(node.value as T)) return node.value as T;
    this.#report(
      node.offset,
      node.length,
      say`${clip(JSON.stringify(node.value ?? null))} is no ${what}.`,
      say`Write one of ${values.map((v) => `"${v}"`).join(', ')}.`,
    );
    return undefined;
  }

  #day(node: Node): string | undefined {
    const value = typeof node.value === 'string' ? parseDate(node.value) : undefined;
    if (value !== undefined && value.start === value.end) return value.start;
    this.#report(node.offset, node.length, say`"asOf" is a day, and ${clip(JSON.stringify(node.value ?? null))} is none.`, say`Write it as "2027-12-31".`);
    return undefined;
  }

  #country(node: Node): string | undefined {
    if (COUNTRIES.includes(node.value)) return node.value;
    this.#report(
      node.offset,
      node.length,
      say`"jurisdiction" is a country, and ${clip(JSON.stringify(node.value ?? null))} is no code of one.`,
      say`Write the two capital letters of ISO 3166, such as "NO" or "SE".`,
    );
    return undefined;
  }

  #texts(node: Node, key: string, sample: string): readonly string[] {
    const items = node.type === 'array' ? (node.children ?? []) : [];
    if (node.type !== 'array') this.#report(node.offset, node.length, say`"${key}" is a list of texts.`, say`Write it as ${sample}.`);
    for (const item of items.filter((i) => typeof i.value !== 'string' || i.value.length > 256))
      this.#report(item.offset, item.length, say`"${key}" holds something that is no text of at most 256 characters.`, say`Write it as ${sample}.`);
    return items
      .map((item) => item.value as unknown)
      .filter((value): value is string => typeof value === 'string' && value.length <= 256)
      .slice(0, 1000);
  }

  #baseline(node: Node): string | undefined {
    if (typeof node.value === 'string' && node.value.length <= 256 && BASELINE.test(node.value)) return this.#inside(node.value, node) ? node.value : undefined;
    this.#report(
      node.offset,
      node.length,
      say`"baseline" is a file whose name ends in baseline.json, and ${clip(JSON.stringify(node.value ?? null))} is none.`,
      say`Write it as "iplan.baseline.json".`,
    );
    return undefined;
  }

  #inside(path: string, node: Node): boolean {
    const good = !/^(?:[/\\~]|[A-Za-z][\w+.-]*:)|\\|\0/.test(path) && !path.split('/').includes('..');
    if (!good)
      this.#report(
        node.offset,
        node.length,
        say`${clip(JSON.stringify(path))} lies outside of the configuration's own folder.`,
        say`Name something beside or below the configuration.`,
      );
    return good;
  }

  #rules(node: Node): Config['rules'] {
    const rules = new Map<string, { severity?: Severity | 'off'; options: Record<string, number | string | boolean> }>();
    if (node.type !== 'object') {
      this.#report(node.offset, node.length, say`"rules" is an object: a rule and its severity each.`, say`Write it as { "coverage/orphan-measure": "off" }.`);
      return rules;
    }
    const ids = RULES.map((rule) => rule.id as string);
    for (const [id, value] of this.#entries(node, ids, 'rule')) {
      const severities = ['off', 'information', 'warning', 'error'] as const;
      if (value.type !== 'object') {
        const severity = this.#oneOf(value, severities, 'severity');
        if (severity !== undefined) rules.set(id, { severity, options: {} });
        continue;
      }
      const known = RULES.find((rule) => rule.id === id)?.options ?? {};
      const options: Record<string, number | string | boolean> = {};
      let severity: (typeof severities)[number] | undefined;
      for (const [name, option] of this.#entries(value, ['severity', ...Object.keys(known)], 'option', say` of "${id}"`)) {
        const wanted = name === 'severity' ? undefined : known[name]?.default;
        if (name === 'severity') severity = this.#oneOf(option, severities, 'severity');
        else if (typeof option.value === typeof wanted && (typeof option.value !== 'number' || Number.isFinite(option.value)))
          options[name] = option.value as number;
        else this.#report(option.offset, option.length, say`The option "${name}" is a ${typeof wanted}.`, say`Write it as ${JSON.stringify(wanted)}.`);
      }
      rules.set(id, { options, ...(severity && { severity }) });
    }
    return rules;
  }
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
