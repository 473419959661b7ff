// Reads docs/research: what the publications found, and which rules find it in a plan.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node.mjs';

/** In the order of the document. */
const KEYS = ['whole-comm', 'busengdal', 'osce', 'penninx', 'nordic'];

export const PUBLICATIONS = KEYS.map((key) => ({ key, ...JSON.parse(readFileSync(join(root, 'docs/research', `${key}.json`), 'utf8')) }));

/** Author and year, as in `Penninx 2009`. */
export const shortly = ({ author, year }) => (year === undefined ? author : `${author} ${year}`);

/** Where the row of a finding stands in the document. */
export const anchorOf = (publication, finding) => `${publication.key}-${finding.id}`;

/** The findings that a rule finds, with their rows in the document at a path. */
export const answeredBy = (rule, document) =>
  PUBLICATIONS.flatMap((publication) =>
    publication.findings
      .filter((finding) => finding.rules?.includes(rule))
      .map((finding) => ({
        finding: finding.finding,
        cite: `${shortly(publication)}, ${finding.where}`,
        href: `${document}#${anchorOf(publication, finding)}`,
      })),
  );
