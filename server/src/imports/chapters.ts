import { folded } from '../words/languages.ts';
import { meaningOf } from './headings.ts';
import type { Block, Grid, Heading, Source } from './read/source.ts';
import type { Layout } from './recognise.ts';

/** A stretch of a source between two headings. */
export interface Told {
  /** The headings that begin it: those that no stretch before has had. */
  readonly own: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly layouts: ReadonlyMap<Grid, Layout>;
  /** Whether something in it becomes a measure, a goal or an indicator. */
  readonly declares: boolean;
  /** What its heading says that a list below it is. */
  readonly lists: 'title' | 'goal' | 'indicator' | undefined;
  /** The field of policy that it belongs to: the nearest heading that is a name. */
  readonly sector: Heading | { readonly text: string } | undefined;
}

const GENERIC =
  /^(?:(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:the )?action plan|work ?plan|implementation plan|overview|annex|appendix|introduction|background|foreword|summary|monitoring|indicators?|table|data|sheet\d*|handlingsplan|handlingsdel|tiltaksplan|tiltaksdel|tiltaksoversikt|oversikt|vedlegg|innledning|bakgrunn|ark\d*|åtgärdsplan|översikt|bilaga|inledning|bakgrund|blad\d*|handleplan|oversigt|bilag|indledning|baggrund|toimenpidesuunnitelma|toimintasuunnitelma|yleiskatsaus|liite|johdanto|tausta|taul\d*|actieplan|uitvoeringsplan|overzicht|bijlage|inleiding|achtergrond|maßnahmenplan|maßnahmenkatalog|aktionsplan|handlungsplan|umsetzungsplan|übersicht|anhang|einleitung|hintergrund|tabelle\d*|plan d'actions?|vue d'ensemble|annexe|introduction|contexte|feuil\d*|logframe|logical framework|logframe matrix|logische rahmen|cadre logique|uppföljning|oppfølging|seuranta))(?:\s+\d{4}.*)?$/;

/** Whether a heading says only of what sort the things below it are. */
export const isGeneric = (text: string): boolean => {
  const plain = folded(text).replace(/^\d+(?:\.\d+)*\.?\s+/, '');
  return GENERIC.test(plain) || meaningOf(plain)?.exact === true;
};

/** A source in the stretches below its headings. A sheet of a workbook is one, and its name the heading, where there are several. */
export function chaptersOf(source: Source, layoutOf: (grid: Grid) => Layout): readonly Told[] {
  const hasHeadings = source.blocks.some((block) => block.kind === 'heading');
  const found: Told[] = [];
  const layouts = new Map(source.blocks.flatMap((block) => (block.kind === 'grid' ? [[block, layoutOf(block)] as const] : [])));
  const tables = [...layouts.values()].filter(({ subject }) => subject !== undefined).length;
  let path: Heading[] = [];
  let own: Heading[] = [];
  let blocks: Block[] = [];
  const top = topOf(source);
  const flush = () => {
    if (own.length === 0 && blocks.length === 0) return;
    const lists = path.map(({ text }) => listOf(text)).findLast((one) => one !== undefined);
    const grids = blocks.filter((block) => block.kind === 'grid');
    const declares =
      grids.some((grid) => layouts.get(grid)?.subject !== undefined) ||
      (lists !== undefined && blocks.some((block) => block.kind === 'paragraph' && block.item !== undefined));
    const named = path.findLast((heading) => heading.level > top && !isGeneric(heading.text));
    found.push({
      own,
      blocks,
      layouts: new Map(grids.map((grid) => [grid, layouts.get(grid) as Layout])),
      declares,
      lists,
      sector: declares ? named : undefined,
    });
    own = [];
    blocks = [];
  };
  for (const block of source.blocks) {
    if (block.kind === 'heading') {
      if (blocks.length > 0) flush();
      path = [...path.filter(({ level }) => level < block.level), block];
      own = [...own, block];
    } else if (block.kind === 'grid' && !hasHeadings && source.format === 'XLSX') {
      flush();
      const layout = layouts.get(block) as Layout;
      const sector =
        tables > 1 && layout.subject === 'measure' && !isGeneric(block.name) && !layout.columns.some(({ column }) => column === 'sector')
          ? { text: block.name }
          : undefined;
      found.push({ own: [], blocks: [block], layouts: new Map([[block, layout]]), declares: layout.subject !== undefined, lists: undefined, sector });
    } else blocks.push(block);
  }
  flush();
  return belonging(found);
}

/** The level of the heading that is the title of the whole; -1 where there is none. */
export function topOf({ blocks }: Pick<Source, 'blocks'>): number {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const least = Math.min(...levels);
  return levels[0] === least && levels.filter((level) => level === least).length === 1 ? least : -1;
}

function listOf(text: string): Told['lists'] {
  const plain = folded(text).replace(/^\d+(?:\.\d+)*\.?\s+/, '');
  const meaning = meaningOf(plain);
  if (meaning === undefined || plain.split(' ').length > 3) return undefined;
  return meaning.column === 'title' || meaning.column === 'goal' || meaning.column === 'indicator' ? meaning.column : undefined;
}

/** Prose below a heading that became a field of policy belongs to that field. */
function belonging(chapters: readonly Told[]): readonly Told[] {
  const sectors = new Set(chapters.flatMap(({ sector }) => (sector !== undefined && 'kind' in sector ? [sector] : [])));
  let current: Heading | undefined;
  return chapters.map((chapter) => {
    for (const heading of chapter.own) {
      if (sectors.has(heading)) current = heading;
      else if (current !== undefined && heading.level <= current.level) current = undefined;
    }
    return chapter.sector === undefined && current !== undefined ? { ...chapter, sector: current } : chapter;
  });
}
