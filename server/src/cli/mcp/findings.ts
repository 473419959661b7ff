import type { Diagnosis } from '../../lint.ts';
import type { Desk } from './desk.ts';

/** A finding as an assistant reads it; lines and columns from 1. */
export const told = ({ rule, severity, message, instead, uri, range, related, waived, about, fixes }: Diagnosis, desk: Desk): object => ({
  rule,
  severity,
  message,
  ...(instead === undefined ? {} : { instead }),
  file: desk.shown(uri),
  line: range.start.line + 1,
  column: range.start.character + 1,
  ...(about === undefined || about.id === '' ? {} : { about: about.id }),
  ...(related.length === 0
    ? {}
    : { related: related.map((place) => ({ message: place.message, file: desk.shown(place.uri), line: place.range.start.line + 1 })) }),
  ...(fixes === undefined || fixes.length === 0 ? {} : { mends: fixes.map((fix) => fix.title) }),
  ...(waived === undefined ? {} : { waived }),
});
