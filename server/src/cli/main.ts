#!/usr/bin/env node

import { keepCompiled } from '../host/compiled.ts';
import { terminal } from '../reports/escape.ts';
import { LANGUAGES } from '../text/languages.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { UsageError } from './usage.ts';
import { VERSION } from './version.ts';

const HELP = `iplan ${VERSION} — checks integration plans

  iplan check [paths…]        check plans: folders, files, globs, or - for standard input
  iplan merge-reports FILES   one report of the parts that --shard has checked
  iplan compare BASE [HEAD]   what differs in meaning between two versions: commits, branches, folders
  iplan merge-driver %O %A %B %P   joins two changes of one plan, for git: see docs/compare.md
  iplan list KIND [paths…]    what plans declare: iplan list measures --where 'deadline < 2026-07-01'
  iplan format [paths…]       lay plans out: print one file, --check or --write
  iplan report [plan]         a plan as a page, a document, a sheet, a calendar, a picture or data
  iplan import FILES --into FOLDER   a plan of Excel, Word, CSV, Markdown or IATI files; see first with --dry-run
  iplan data add FILE --indicator ID   observed values into the plan's data file
  iplan data status           which observed values are late, since when, and from whom
  iplan explain RULE          what a rule asks for, and why
  iplan lsp --stdio           the language server, for editors
  iplan mcp [folder]          plans for assistants, over the Model Context Protocol
  iplan --version

Every command takes --locale: en (default), ${Object.keys(LANGUAGES).join(', ')}, the language that findings and reports are written in.

Options of check
  --format F        text (default), json, sarif, github, github-summary, junit, gitlab, checkstyle, rdjson, lines,
                    shard (for merge-reports)
  --output FILE     write the report before it to a file; --format and --output may stand several times
  --as-of DATE      judge against this day instead of today
  --profile P       essential, recommended, thorough
  --fail-on S       error (default), warning, information, never
  --max-warnings N  exit code 1 where there are more warnings
  --fix             mend what can be mended without a change of meaning; --fix-suggestions also what one would choose
  --diff            print what --fix would change, and change nothing
  --baseline FILE   findings in this file fail nothing; --update-baseline makes it, or takes out what is gone
  --changed[=BASE]  only what has changed since a commit (HEAD), and what depends on that
  --cache[=FOLDER]  take over what was found before in plans that are as they were (.iplan-cache)
  --verify          judge everything anew all the same, and say whether the cache holds the same
  --shard I/N       check one of N parts, as --format shard --output FILE; iplan merge-reports makes a whole of them
  --watch           check again whenever a file changes
  --stats           files, findings by rule and times
  --config FILE     use this configuration instead of those beside the plans
  --stdin-path P    the path that standard input stands for
  --no-progress     no progress bar

Options of merge-reports
  --format, --output, --fail-on, --max-warnings as in check

Options of compare
  --format F        text (default), markdown, json, html (one page with both sides)
  --output FILE     write it to a file
  --as-of DATE      judge both versions against this day
  --fail-on S       weakened: exit code 1 where something was weakened; never (default)

Options of list
  --where Q         a question: accountable = housing-office and not has deadline
  --columns C       the columns, with commas between
  --format F        table (default), csv, json
  --as-of DATE      the day that "today" stands for

Options of format
  --check           list the files that would be laid out anew, and change nothing
  --write           lay the files out anew
  --stdin-path P    the path that standard input stands for

Options of report
  --format F        html, pdf, docx, markdown, xlsx, csv, json, ics, svg, mermaid (the network of actors), iati; told by the
                    ending of --output where it is left out
  --output PATH     the file or folder to write, or - for standard output
  --plan ID         the plan that is meant, where there are several
  --iati-org REF    the identifier under which you publish IATI data
  --browser PATH    the Chrome, Chromium or Edge that prints a pdf, where none is found or another is wanted
  --as-of, --profile, --config, --no-progress as in check

Options of import (.xlsx, .csv, .tsv, .docx, .md, IATI .xml, and the .json and .zip of iplan report)
  --into FOLDER     where to write the plan and import-report.md; where it was imported before, what differs is merged by id
  --map 'H=COLUMN'  what the heading H means, as in --map 'Ansvarlig=lead'; may stand several times
  --dry-run         show how the columns were read, and the plan, and write nothing

Options of data add (a .csv, SDMX-CSV, or .xlsx with a column for the date and one for the value)
  --indicator ID    the indicator that the values are of
  --plan FOLDER     the plan that has it, where there are several
  --where C=V       only the lines that have V in column C, as in --where geo=NO; may stand several times
  --dry-run         show what would be written, and write nothing

A folder is a plan. Names may lead to plans outside of the paths given: everything in the repository around them is read
(below the nearest folder with a .git, else below the highest with an iplan.config.json), and the problems of the paths given are told.
Exit code: 0 clean, 1 findings at or above --fail-on or files that --check lists, 2 wrong usage or a file that could not be read.
`;

const COMMANDS: Record<string, () => Promise<{ run(args: readonly string[]): Promise<number> }>> = {
  check: () => import('./check.ts'),
  'merge-reports': () => import('./merge-reports.ts'),
  compare: () => import('./compare.ts'),
  'merge-driver': () => import('./merge-driver.ts'),
  list: () => import('./list.ts'),
  format: () => import('./format.ts'),
  report: () => import('./report.ts'),
  import: () => import('./import.ts'),
  data: () => import('./data.ts'),
  explain: () => import('./explain.ts'),
  lsp: () => import('./lsp.ts'),
  mcp: () => import('./mcp.ts'),
};

/** Takes `--locale` out of the arguments, wherever it stands: every command speaks that language. */
async function spokenTo(args: readonly string[]): Promise<readonly string[]> {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  if (at < 0) return args;
  const [given] = args.slice(at) as [string];
  const locale = given.includes('=') ? given.slice('--locale='.length) : args[at + 1];
  const { speakLike } = await import('../host/tongue.ts');
  if (!speakLike(locale)) throw new UsageError(`--locale takes en, ${Object.keys(LANGUAGES).join(', ')}.`);
  return [...args.slice(0, at), ...args.slice(at + (given.includes('=') ? 1 : 2))];
}

/** The first Node.js that has all that is used here, as package.json says it. */
const OLDEST = 22;

async function main(args: readonly string[]): Promise<number> {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) < OLDEST) throw new UsageError(`iplan needs Node.js ${OLDEST} or newer; this is ${node}.`);
  const [command, ...rest] = await spokenTo(args);
  if (command === undefined || command === '--help' || command === '-h' || command === 'help' || rest.includes('--help')) {
    process.stdout.write(HELP);
    return command === undefined ? 2 : 0;
  }
  if (command === '--version' || command === '-v') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (!Object.hasOwn(COMMANDS, command)) {
    const close = nearest(command, Object.keys(COMMANDS));
    throw new UsageError(say`There is no command "${command}".${close === undefined ? say` See iplan --help.` : say` Did you mean "iplan ${close}"?`}`);
  }
  return (await (COMMANDS[command] as (typeof COMMANDS)[string])()).run(rest);
}

keepCompiled();

let unheard = false;
/** Whoever reads the output may stop early: that is no failure of ours, and what was found decides the exit code all the same. */
async function unprinted(error: NodeJS.ErrnoException): Promise<void> {
  if (unheard) return;
  unheard = true;
  if (error.code !== 'EPIPE') {
    const { why } = await import('../host/write.ts');
    process.stderr.write(`${say`What was to be printed ${why(error)}.`}\n`);
    process.exit(2);
  }
  setImmediate(() => process.exit());
}
process.stdout.on('error', unprinted);
process.stderr.on('error', () => {});
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const said =
      error instanceof UsageError
        ? error.message
        : say`iplan has failed: ${error instanceof Error ? (process.env.IPLAN_DEBUG === undefined ? error.message : error.stack) : String(error)}`;
    process.stderr.write(`${terminal(said)}\n`);
    process.exitCode = 2;
  },
);
