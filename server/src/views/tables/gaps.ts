import { noun } from '../../language/nouns.ts';
import type { Diagnosis } from '../../lint.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { told } from '../../text/say.ts';
import { titles } from '../say.ts';
import { day, number, tableKind, text } from '../table.ts';
import { summaryOf } from '../view.ts';

/** Whether a gap is still accepted. */
export const HOLDS = { now: 'holds', past: 'ended', always: 'no end' } as const;

export const gaps = tableKind({
  id: 'gaps',
  title: 'Accepted gaps',
  about: 'What is known to be missing and was accepted: by whom, until when and why.',
  columns: {
    rule: text('Rule', 'The rule whose findings are accepted.'),
    gap: text('Gap', 'What the rule asks for.'),
    on: text('Concerns', 'What it was accepted for; empty for the whole plan.'),
    until: day('Until', 'The last day on which it is accepted.'),
    by: text('Approved by', 'Who has approved it.'),
    because: text('Because', 'Why it was accepted.'),
    standing: text('Standing', 'holds, ended, or no end where none is said.'),
  },
  rows: ({ scope, today }) =>
    scope.waivers.map((waiver) => ({
      of: scope.findAll(waiver.on)[0] ?? scope.head,
      cells: {
        rule: waiver.rule,
        gap: summaryOf(waiver.rule),
        on: titles(waiver.on, scope),
        until: waiver.until?.end,
        by: waiver.by && titles([waiver.by], scope),
        because: waiver.because,
        standing: told(waiver.until === undefined ? HOLDS.always : waiver.until.end < today ? HOLDS.past : HOLDS.now),
      },
    })),
});

const GRAVITY = { error: 0, warning: 1, information: 2 } as const;
const NAMES = { error: 'error', warning: 'warning', information: 'hint' } as const;

/** The gravest first, otherwise in the order of the files. */
const byGravity = (a: Diagnosis, b: Diagnosis): number =>
  GRAVITY[a.severity] - GRAVITY[b.severity] || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) || a.range.start.line - b.range.start.line;

export const findings = tableKind({
  id: 'findings',
  title: 'Findings',
  about: 'What the checker found on the day of the report, the gravest first. Accepted gaps are not among them.',
  columns: {
    severity: text('Weight', 'error, warning or hint.'),
    message: text('Finding', 'What is wrong.'),
    instead: text('What to do', 'What to write instead.'),
    sector: text('Sector', 'The sector it concerns.'),
    about: text('Concerns', 'What it is about.'),
    rule: text('Rule', 'The rule that found it.'),
    file: text('File', 'The file it stands in.'),
    line: number('Line', 'The line, counted from 1.'),
  },
  rows: ({ scope, problems, shown }) =>
    problems
      .filter((problem) => problem.waived === undefined)
      .toSorted(byGravity)
      .map((problem) => ({
        of: problem.about,
        cells: {
          severity: noun(NAMES[problem.severity]),
          message: problem.message,
          instead: problem.instead,
          sector: sectorTitle(problem.about, scope),
          about: problem.about?.title,
          rule: problem.rule,
          file: shown(problem.uri),
          line: problem.range.start.line + 1,
        },
      })),
});

const sectorTitle = (about: Declaration | undefined, scope: Scope): string | undefined =>
  about === undefined ? undefined : about.is('sector') ? about.title : scope.sectorOf(about)?.title;
