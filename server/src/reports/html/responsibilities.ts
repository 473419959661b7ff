import { say, told } from '../../text/say.ts';
import { percent } from '../../views/figures.ts';
import { type Holder, LETTERS, type Letter, type Load, type Matrix, responsibilities as view } from '../../views/responsibilities.ts';
import { all, between, type Child, type Html, h } from './element.ts';
import { bar } from './overview.ts';
import { type Drawing, finding, named, namedAll, nothing, table, tag } from './parts.ts';

export function responsibilities(drawing: Drawing): Html {
  const { matrices, loads, openTasks } = view(drawing.seen);
  if (matrices.length === 0) return nothing(say`The plan has no responsibility and no measure, so nobody answers for anything yet.`);
  return all(
    h(
      'p',
      { class: 'legend' },
      between(
        ' · ',
        (Object.keys(LETTERS) as Letter[]).map((one) => all(letter(one), ` ${told(LETTERS[one])}`)),
      ),
    ),
    loads.length > 0 && concentration(loads, openTasks, drawing),
    ...matrices.map((matrix) => matrixOf(matrix, drawing)),
  );
}

const letter = (one: Letter): Html => h('span', { class: `letter ${one}` }, one);

/** What one should know of whoever holds a role. */
const marks = ({ volunteer, person, deputy }: Holder): readonly Child[] => [
  volunteer && [' ', tag(say`volunteers`, 'warn')],
  person && deputy === undefined && [' ', tag(say`one person, no deputy`, 'warn')],
];

function concentration(loads: readonly Load[], all_: number, drawing: Drawing): Html {
  return all(
    h('h3', {}, say`Who answers for how much`),
    table(
      drawing,
      say`Who answers for the ${all_} open tasks of the plan, and who carries them out`,
      [say`Who`, say`Answers for`, say`Share`, say`Carries out`, say`Deputy`, say`Finding`],
      loads.map(({ holder, answers, does, share, gap }) => ({
        head: all(named(drawing, holder.who), marks(holder)),
        cells: [
          answers,
          h('span', { class: 'meter' }, bar(share), percent(Math.round(share * 100))),
          does,
          holder.deputy ?? '',
          gap === undefined ? '' : finding(drawing, gap),
        ],
        place: holder.who.place,
      })),
    ),
  );
}

function matrixOf({ sector, lead, holders, tasks }: Matrix, drawing: Drawing): Html {
  const title = sector?.title ?? say`Across the sectors`;
  return all(
    h('h3', {}, sector === undefined ? title : named(drawing, sector)),
    lead.length > 0 && h('p', {}, say`Led by `, namedAll(drawing, lead), '.'),
    table(
      drawing,
      say`Who does what: ${title}`,
      [say`Task`, ...holders.map((holder) => all(named(drawing, holder.who), marks(holder)))],
      tasks.map(({ task, letters, deputy, gap }) => ({
        head: all(
          named(drawing, task),
          task.kind === 'responsibility' && [' ', tag(say`standing duty`)],
          deputy !== undefined && h('div', { class: 'reason' }, `Deputy: ${deputy}`),
          gap !== undefined && h('div', {}, finding(drawing, gap)),
        ),
        cells: letters.map((some) => between(' ', some.map(letter))),
        place: task.place,
      })),
      { class: 'raci' },
    ),
  );
}
