import type { Writer } from './format.ts';
import { type Formats, LIGHT } from './formats.ts';

const word = async (): Promise<Writer> => {
  const [{ documentOf }, { docx }] = await Promise.all([import('./document.ts'), import('./office.ts')]);
  return (dossier) => docx(documentOf(dossier), dossier.today);
};
const excel = async (): Promise<Writer> => {
  const [{ workbookOf }, { xlsx }] = await Promise.all([import('./workbook.ts'), import('./office.ts')]);
  return (dossier) => xlsx(dossier.scope.title, workbookOf(dossier), dossier.today);
};

const { html, markdown, ...data } = LIGHT;

/** Every format, those among them that need a heavy library or a program of the machine. */
export const FORMATS: Formats = {
  html,
  pdf: { title: 'Pages to print (PDF)', endings: ['.pdf'], holds: 'bytes', writer: async () => (await import('./pdf.ts')).pdf },
  docx: { title: 'Document for Word', endings: ['.docx'], holds: 'bytes', writer: word },
  markdown,
  xlsx: { title: 'Workbook for Excel', endings: ['.xlsx'], holds: 'bytes', writer: excel },
  ...data,
};
