import { CompletionItemKind } from 'vscode-languageserver';
import { addDays, type Day, type Period } from '../../language/dates.ts';
import { EVENTS } from '../../language/times.ts';
import { inHalfAYear } from '../../rules/mend.ts';
import { say } from '../../text/say.ts';
import type { Offer } from './item.ts';
import type { Place } from './place.ts';

/** Statements that tell what was; all others look ahead. */
const PAST: ReadonlySet<string> = new Set(['value', 'baseline', 'adopted', 'progress', 'size', 'revised', 'revision', 'formerly', 'year']);

/** The dates that are most likely meant, counted from today. */
export function dateOffers(place: Place, today: Day): Offer[] {
  return datesFor(place, today).map(([date, says]) => ({ label: date, kind: CompletionItemKind.Value, detail: says, rank: 5 }));
}

function datesFor(place: Place, today: Day): readonly (readonly [Day, string])[] {
  const year = Number(today.slice(0, 4));
  if (PAST.has(place.statement.word))
    return [
      [today, say`today`],
      [`${year - 1}-12-31`, say`end of last year`],
    ];
  const end = (place.scope.plan?.one('period')?.value as Period | undefined)?.to;
  const dates: (readonly [Day, string])[] = [
    [today, say`today`],
    [addDays(`${inHalfAYear(today)}-01`, -1), say`in half a year`],
    [`${year}-12-31`, say`end of this year`],
    [`${year + 1}-12-31`, say`end of next year`],
  ];
  return end === undefined || dates.some(([date]) => date === end.end) ? dates : [...dates, [end.end, say`end of the plan`]];
}

/** Whole deadlines to fill in. */
export function deadlineOffers(place: Place, today: Day): Offer[] {
  const events = EVENTS.join(',');
  const next = `${Number(today.slice(0, 4)) + 1}-12-31`;
  const offer = (label: string, text: string, detail: string): Offer => ({ label, text, detail, snippet: true, kind: CompletionItemKind.Snippet, rank: 2 });
  return [
    offer(`by ${next}`, `by \${1:${next}}`, say`a day`),
    offer('within … of …', `within \${1:10} \${2|weeks,months,years|} of \${3|${events}|}`, say`counted from an event`),
    offer('… years after …', `\${1:3} \${2|years,months,weeks|} after \${3|${events}|}`, say`counted from an event`),
    ...(place.before.length > 0
      ? []
      : [offer('… before …', `\${1:6} \${2|months,weeks|} before \${3|end,election,${events}|}`, say`counted back from an event`)]),
  ];
}
