import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Day } from '../../language/dates.ts';
import { say } from '../../text/say.ts';
import { undated } from '../archive.ts';
import { plain } from '../escape.ts';
import type { Block, PlanDocument } from './document.ts';
import { STYLES, TABLE_STYLE, TABLE_STYLES } from './docx-styles.ts';
import type { Run } from './runs.ts';
import { widthsOf } from './widths.ts';

/** A4 and its margins, in twentieths of a point. */
const SHORT = 11_906;
const LONG = 16_838;
const MARGIN = 1_134;

/** The plan as a Word document: cover, contents, chapters. Everything looks as its style says. */
export async function docx(plan: PlanDocument, today: Day): Promise<Uint8Array> {
  const document = new Document({
    title: plain(plan.title),
    creator: 'iplan',
    lastModifiedBy: 'iplan',
    description: say`As of ${today}`,
    externalStyles: TABLE_STYLES,
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 425, hanging: 283 } } } },
          ],
        },
      ],
    },
    sections: [coverPage(plan), chapters(plan)],
  });
  return undated(new Uint8Array(await Packer.toArrayBuffer(document)), today, ['word/document.xml', counted]);
}

/** The library counts bookmarks over all documents it has ever written; here each document begins with one. */
function counted(xml: string): string {
  const numbers = new Map<string, number>();
  const anew = (number: string): number => numbers.get(number) ?? numbers.set(number, numbers.size + 1).size;
  return xml.replace(/<w:(?:hyperlink|bookmarkStart|bookmarkEnd|instrText)\b[^<]*/g, (tag) =>
    tag.replace(/(?<=\b_Toc)\d+|(?<= w:id=")\d+/g, (number) => String(anew(number))),
  );
}

const styled = (style: string, text: string): Paragraph => new Paragraph({ style, children: [new TextRun(plain(text))] });

function run({ text, bold, italic }: Run): TextRun {
  const style = bold && italic ? 'StrongEmphasis' : bold ? 'Strong' : italic ? 'Emphasis' : undefined;
  return new TextRun({ text: kept(text), ...(style !== undefined && { style }) });
}

/** A piece of a text keeps the spaces at its edges, which part it from the next. */
const kept = (text: string): string => `${/^\s/.test(text) ? ' ' : ''}${plain(text)}${/\S\s$/.test(text) ? ' ' : ''}`;

const coverPage = (plan: PlanDocument): ISectionOptions => ({
  properties: { page: { size: { width: SHORT, height: LONG }, margin: { top: 4 * MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } } },
  children: [
    ...(plan.place === '' ? [] : [styled('CoverPlace', plan.place)]),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(plain(plan.title))] }),
    ...plan.cover.map((one) => fact(one)),
  ],
});

const fact = ([label, value]: readonly [string, string], style = 'Fact'): Paragraph =>
  new Paragraph({ style, children: [new TextRun({ text: `${label}\t`, style: 'FactLabel' }), new TextRun(plain(value))] });

/** Tables of eight columns need the width of a page that lies on its side. */
const chapters = (plan: PlanDocument): ISectionOptions => ({
  properties: {
    page: {
      // The library turns the sides of a page that lies on its side itself.
      size: { width: SHORT, height: LONG, orientation: PageOrientation.LANDSCAPE },
      margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
    },
  },
  headers: { default: new Header({ children: [styled('PageHead', plan.title)] }) },
  footers: { default: new Footer({ children: [new Paragraph({ style: 'PageFoot', children: [new TextRun({ children: [PageNumber.CURRENT] })] })] }) },
  children: [
    styled('ContentsHeading', say`Contents`),
    new TableOfContents(say`Contents`, { hyperlink: true, headingStyleRange: '1-1' }),
    ...plan.blocks.flatMap((block) => drawn(block)),
  ],
});

function drawn(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: block.newPage === true,
          children: [new TextRun(plain(block.text))],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: 'BodyText', children: block.runs.map(run) })];
    case 'lead':
      return [styled('Lead', block.text)];
    case 'item':
      return [new Paragraph({ style: 'ListParagraph', numbering: { reference: 'items', level: 0 }, children: block.runs.map(run) })];
    case 'note':
      return [styled('NoteHeading', block.text)];
    case 'facts':
      return block.facts.map((one, i) => fact(one, i === 0 ? 'FirstFact' : 'Fact'));
    case 'table':
      return [drawnTable(block)];
  }
}

function drawnTable({ heads, rows }: Extract<Block, { kind: 'table' }>): Table {
  const columnWidths = widthsOf(heads, rows, LONG - 2 * MARGIN);
  const cell = (style: string, text: string, i: number) =>
    new TableCell({ width: { size: columnWidths[i] as number, type: WidthType.DXA }, children: [styled(style, text)] });
  return new Table({
    style: TABLE_STYLE,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    tableLook: { firstRow: true, noHBand: false, noVBand: true, firstColumn: false, lastColumn: false, lastRow: false },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map(({ title, numbers }, i) => cell(numbers ? 'TableHeadRight' : 'TableHead', title, i)),
      }),
      ...rows.map(
        (cells) => new TableRow({ cantSplit: true, children: cells.map((text, i) => cell(heads[i]?.numbers === true ? 'TableNumber' : 'TableText', text, i)) }),
      ),
    ],
  });
}
