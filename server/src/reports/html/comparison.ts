import { type Change, type Comparison, type FindingChange, type Stand, WEIGHTS, type Weight } from '../../compare/change.ts';
import { say, told } from '../../text/say.ts';
import type { Light } from '../../views/standing.ts';
import { HEADINGS, lineOf, named, type Shown, SIGN, summary } from '../comparison.ts';
import { all, type Child, type Html, h } from './element.ts';
import { wholePage } from './page.ts';
import { type Drawn, findings, lead, nothing, table } from './parts.ts';

/** How the two versions are called and shown. */
export interface Sides {
  /** `main`, `HEAD~1`, `working tree` */
  readonly names: { readonly base: string; readonly head: string };
  /** How each version is drawn: an editor may reach a file of the past under another address. */
  readonly before: Drawn;
  readonly after: Drawn;
  /** How the places are told. */
  readonly told: Shown;
}

const COLOURS: Readonly<Record<Weight, Light>> = { weakened: 'red', strengthened: 'green', changed: 'grey' };

/** What two versions differ in, with both sides of every difference. */
export function comparisonView(comparison: Comparison, sides: Sides): Html {
  return all(
    h('p', { class: 'question' }, summary(comparison)),
    ...comparison.plans.map(({ id, title }, i) =>
      h(
        'section',
        { class: 'view comparison', id: `plan-${i}`, 'aria-labelledby': `title-${i}` },
        h('h2', { id: `title-${i}` }, title),
        ...WEIGHTS.map((weight) =>
          ofWeight(
            weight,
            title,
            comparison.changes.filter((change) => change.plan === id && change.weight === weight),
            sides,
          ),
        ),
        listing(say`New findings`, comparison.found, id, sides.after),
        listing(say`Resolved findings`, comparison.resolved, id, sides.before),
      ),
    ),
    comparison.plans.length === 0 && nothing(say`Whatever was moved, renamed as a file or laid out anew says the same as before.`),
  );
}

function ofWeight(weight: Weight, plan: string, changes: readonly Change[], sides: Sides): Child {
  if (changes.length === 0) return undefined;
  const heading = told(HEADINGS[weight]);
  const mark = h('span', { class: `light ${COLOURS[weight]}`, 'aria-hidden': 'true' }, SIGN[weight]);
  const rows = changes.map((change) => ({
    head: change.after === undefined ? lead(sides.before, placeOf(change.before), named(change)) : lead(sides.after, placeOf(change.after), named(change)),
    cells: [change.message, side(change.before, sides.before, sides), side(change.after, sides.after, sides)],
  }));
  const columns = [say`What`, say`Difference`, sides.names.base, sides.names.head];
  return [h('h3', {}, mark, ' ', heading), table(sides.after, say`${heading}: ${plan}`, columns, rows, { quiet: true })];
}

const placeOf = (stand: FindingChange['at'] | undefined) => stand && { uri: stand.uri, line: stand.range.start.line };

/** What one version says, and where. */
const side = (stand: Stand | undefined, drawn: Drawn, { told }: Sides): Child =>
  stand === undefined ? '' : all(h('code', {}, stand.text), h('div', { class: 'address' }, lead(drawn, placeOf(stand), lineOf(stand, told))));

function listing(title: string, some: readonly FindingChange[], plan: string, drawn: Drawn): Child {
  const own = some.filter((one) => one.plan === plan);
  if (own.length === 0) return undefined;
  const gaps = own.map(({ at, ...one }) => ({ ...one, place: { uri: at.uri, line: at.range.start.line }, accepted: false }));
  return [h('h3', {}, title), findings(drawn, gaps)];
}

/** A page that holds everything, for whoever has neither the repository nor the tool. */
export async function comparisonPage(comparison: Comparison, shown: Shown, names: Sides['names'], about: { readonly version: string; readonly today: string }) {
  const drawn: Drawn = { live: false, shown };
  return wholePage({
    title: say`What this change means`,
    lines: [say`From ${names.base} to ${names.head}, judged as of ${about.today}`],
    contents: comparison.plans.length < 2 ? [] : comparison.plans.map(({ title }, i) => ({ to: `plan-${i}`, title })),
    main: [comparisonView(comparison, { names, before: drawn, after: drawn, told: shown })],
    foot: say`Made by iplan ${about.version} from the texts of both versions.`,
    version: about.version,
  });
}
