import { AlignmentType, type IPropertiesOptions, LineRuleType } from 'docx';

// How the Word document looks. A town that has a look of its own changes these styles, and the document follows.

const FONT = 'Calibri';
const COLOURS = { ink: '1F2933', accent: '1F4E79', quiet: '52606D', line: 'BCCCDC', band: 'F4F7FA' };

/** Half points. */
const size = (points: number): number => points * 2;

const table = { basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { before: 30, after: 30 } }, run: { size: size(8.5) } };

export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: { run: { font: FONT, size: size(10.5), color: COLOURS.ink }, paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } } },
    title: { run: { font: FONT, size: size(30), bold: true, color: COLOURS.accent }, paragraph: { spacing: { before: 120, after: 600 } } },
    heading1: {
      run: { font: FONT, size: size(18), bold: true, color: COLOURS.accent },
      paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
    },
    heading2: { run: { font: FONT, size: size(13), bold: true, color: COLOURS.accent }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 120 } } },
    { id: 'Lead', name: 'Lead', basedOn: 'BodyText', next: 'BodyText', paragraph: { keepNext: true } },
    { id: 'CoverPlace', name: 'Cover Place', basedOn: 'Normal', run: { size: size(16), color: COLOURS.quiet } },
    {
      id: 'Fact',
      name: 'Fact',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 60 }, indent: { left: 2268, hanging: 2268 } },
    },
    { id: 'FirstFact', name: 'First Fact', basedOn: 'Fact', next: 'Fact', paragraph: { spacing: { before: 120, after: 60 } } },
    {
      id: 'NoteHeading',
      name: 'Note Heading',
      basedOn: 'Normal',
      next: 'BodyText',
      run: { bold: true },
      paragraph: { spacing: { before: 160, after: 40 }, keepNext: true },
    },
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      next: 'BodyText',
      run: { size: size(18), bold: true, color: COLOURS.accent },
      paragraph: { spacing: { after: 160 } },
    },
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
    { id: 'TableText', name: 'Table Text', ...table },
    { id: 'TableNumber', name: 'Table Number', ...table, paragraph: { ...table.paragraph, alignment: AlignmentType.RIGHT } },
    { id: 'TableHead', name: 'Table Head', ...table, run: { ...table.run, bold: true, color: 'FFFFFF' }, paragraph: { ...table.paragraph, keepNext: true } },
    {
      id: 'TableHeadRight',
      name: 'Table Head Right',
      ...table,
      run: { ...table.run, bold: true, color: 'FFFFFF' },
      paragraph: { ...table.paragraph, keepNext: true, alignment: AlignmentType.RIGHT },
    },
    { id: 'PageHead', name: 'Page Head', basedOn: 'Normal', run: { size: size(8.5), color: COLOURS.quiet } },
    { id: 'PageFoot', name: 'Page Foot', basedOn: 'Normal', run: { size: size(8.5), color: COLOURS.quiet }, paragraph: { alignment: AlignmentType.RIGHT } },
  ],
  characterStyles: [
    { id: 'FactLabel', name: 'Fact Label', run: { bold: true, color: COLOURS.quiet } },
    { id: 'Strong', name: 'Strong', quickFormat: true, run: { bold: true } },
    { id: 'Emphasis', name: 'Emphasis', quickFormat: true, run: { italics: true } },
    { id: 'StrongEmphasis', name: 'Strong Emphasis', quickFormat: true, run: { bold: true, italics: true } },
  ],
};

export const TABLE_STYLE = 'PlanTable';

const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${COLOURS.line}"/>`;

/** The style of tables, which the library has no words for. */
export const TABLE_STYLES = `<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
  </w:style>
  <w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Plan Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
    <w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders></w:tblPr>
    <w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${COLOURS.accent}"/></w:tcPr></w:tblStylePr>
    <w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${COLOURS.band}"/></w:tcPr></w:tblStylePr>
  </w:style>
</w:styles>`;
