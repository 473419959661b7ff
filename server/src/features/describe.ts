import type { Day } from '../language/dates.ts';
import { capital, counted, noun } from '../language/nouns.ts';
import { type Kind, kindRow } from '../language/vocabulary.ts';
import { aimFact } from '../model/aims.ts';
import { sectorTable } from '../model/coverage.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import { newestOf, valuesOf } from '../model/observations.ts';
import { progressOf } from '../model/progress.ts';
import { saying as written } from '../model/saying.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { say, told } from '../text/say.ts';
import { STATES } from '../views/standing.ts';
import { coverage } from './counts.ts';
import type { Prose } from './prose.ts';
import { type Use, usesOf } from './uses.ts';

const MOST_FACTS = 8;
const MOST_NAMED = 6;

/** A declaration in a few blocks: what it is, what it says of itself, how it stands, and where it is used. */
export function describe(declaration: Declaration, scope: Scope, workspace: Workspace, today: Day, prose: Prose): string[] {
  const uses = declaration.id === '' ? [] : usesOf(declaration, workspace);
  return [
    heading(declaration, scope, prose),
    about(declaration, prose),
    facts(declaration, scope, prose),
    standing(declaration, scope, uses, today, prose),
    used(uses),
  ];
}

function heading(declaration: Declaration, scope: Scope, prose: Prose): string {
  const name = declaration.idToken === undefined ? declaration.kind : `${declaration.kind} ${declaration.id}`;
  const parent = scope.sectorOf(declaration) ?? declaration.parent;
  const inside = [parent?.title, declaration === scope.head ? undefined : scope.title].filter((title) => title !== undefined && title !== '');
  const where = inside.map((title) => prose.text(title as string)).join(' · ');
  return `${prose.strong(declaration.title || declaration.kind)} ${prose.code(name)}${where === '' ? '' : `  \n${where}`}`;
}

function about(declaration: Declaration, prose: Prose): string {
  const written = declaration.facts.find((fact) => fact.word === 'about')?.value;
  return typeof written === 'string' ? prose.paragraphs(written) : '';
}

/** The statements that a new one is laid out with are those that matter most. */
function facts(declaration: Declaration, scope: Scope, prose: Prose): string {
  const words = kindRow(declaration.kind)
    .outline.split(', ')
    .filter((word) => word !== 'about');
  const shown = words.flatMap((word) => declaration.facts.filter((fact) => fact.word === word)).slice(0, MOST_FACTS);
  return shown.map((fact) => `- ${fact.word}: ${saying(fact, scope, prose)}`).join('\n');
}

/** A statement's value as it is written, with titles in the place of names. */
export const saying = (fact: Fact, scope: Scope, prose: Prose): string => prose.text(written(fact, scope));

function standing(declaration: Declaration, scope: Scope, uses: readonly Use[], today: Day, prose: Prose): string {
  switch (declaration.kind as Kind) {
    case 'plan':
      return planHolds(scope);
    case 'sector':
      return capital(`${coverage(addressing(declaration, scope))}.`);
    case 'target':
      return targetStands(declaration, scope, today, prose);
    case 'indicator':
      return indicatorStands(declaration, scope, uses, today, prose);
    case 'mandate':
      return answeredBy('fulfils', uses, prose);
    case 'item':
      return answeredBy('covers', uses, prose);
    default:
      return '';
  }
}

/** What addresses a sector, from inside it and from the top of the plan. */
export function addressing(sector: Declaration, scope: Scope): readonly Declaration[] {
  const row = sectorTable(scope).get(sector);
  return row === undefined ? sector.children : [...row.responsibilities, ...row.measures, ...row.targets, ...row.indicators];
}

/** A statute has mandates and no sectors, most plans the other way round. */
function planHolds(scope: Scope): string {
  const [sectors, mandates] = [scope.of('sector').length, scope.of('mandate').length];
  const tasks = scope.of('responsibility', 'measure', 'target', 'indicator').length;
  const says = [
    ...(mandates > 0 ? [counted(mandates, 'mandate')] : []),
    ...(sectors + tasks > 0 || mandates === 0 ? [counted(sectors, 'sector'), coverage(scope.declarations)] : []),
  ];
  return `${says.join('; ')}.`;
}

function targetStands(target: Declaration<'target'>, scope: Scope, today: Day, prose: Prose): string {
  const aim = aimFact(target);
  const said = aim === undefined ? [] : [`${aim.word[0]?.toUpperCase()}${aim.word.slice(1)} ${saying(aim, scope, prose)}.`];
  const progress = progressOf(target, scope, today);
  const newest = progress.newest?.fact === undefined ? [] : [say`Newest value: ${saying(progress.newest.fact, scope, prose)}.`];
  return [...said, `${told(STATES[progress.state])}.`, ...newest].join(' ');
}

function indicatorStands(indicator: Declaration<'indicator'>, scope: Scope, uses: readonly Use[], today: Day, prose: Prose): string {
  const newest = newestOf(valuesOf(indicator, scope), today);
  const value =
    newest?.fact !== undefined
      ? saying(newest.fact, scope, prose)
      : newest?.value === undefined
        ? undefined
        : prose.text(say`${newest.value.number} on ${newest.end}`);
  const targets = uses.filter((use) => use.node.word === 'measured by').length;
  return [
    value === undefined ? say`No value has been observed yet.` : say`Newest value: ${value}.`,
    targets === 0 ? say`No target is measured by it.` : say`${counted(targets, 'target')} measured by it.`,
  ].join(' ');
}

/** Who answers a mandate or an item of a framework, plan by plan. */
function answeredBy(word: 'fulfils' | 'covers', uses: readonly Use[], prose: Prose): string {
  const answers = uses.filter((use) => use.node.word === word && use.by !== undefined);
  if (answers.length === 0) return word === 'fulfils' ? say`Fulfilled by nobody yet.` : say`Covered by nobody yet.`;
  const lines = answers.slice(0, MOST_NAMED).map(({ by, scope }) => {
    const who = (by as Declaration).facts.find((fact) => fact.word === 'accountable' || fact.word === 'lead');
    const title = who === undefined || by === undefined ? '' : ` (${saying(who, scope, prose)})`;
    return `- ${by === undefined ? '' : noun(by.kind as Kind)} ${prose.text(by?.title ?? '')}${title}, ${prose.text(scope.title)}`;
  });
  const more = answers.length - lines.length;
  const head = word === 'fulfils' ? say`Fulfilled by` : say`Covered by`;
  return [head, ...lines, ...(more > 0 ? [`- ${say`and ${more} more`}`] : [])].join('\n');
}

function used(uses: readonly Use[]): string {
  if (uses.length === 0) return say`Named nowhere else.`;
  const plans = new Set(uses.map((use) => use.scope)).size;
  return plans > 1 ? say`Named in ${counted(uses.length, 'place')} of ${plans} plans.` : say`Named in ${counted(uses.length, 'place')}.`;
}
