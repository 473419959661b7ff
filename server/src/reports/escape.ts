// The only escapers of the house: every format that holds words of a user passes them through one of these.

/**
 * Control characters and marks of direction, shown instead of obeyed. Line breaks become spaces. What a build server would take for a
 * command wherever it stands in a line (`##[error]`, `##vso[…]`) is broken up.
 */
export const terminal = (text: string): string => (MEANS_MORE.test(text) ? disarmed(text) : text);

const OBEYED = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** What most texts have nothing of. */
const MEANS_MORE = new RegExp(`[#\u2028\u2029]|${OBEYED.source}`);

const disarmed = (text: string): string =>
  text
    .replace(/\r\n|[\r\n\t\u2028\u2029]/g, ' ')
    .replace(OBEYED, (c) => `\\u{${(c.codePointAt(0) as number).toString(16)}}`)
    .replace(/##(?=\w*\[)/g, '#\\u{23}');

/** What XML cannot hold, and marks that turn the direction of what follows, shown as `\\u{…}`. */
const shownCodes = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (c) => `\\u{${c.charCodeAt(0).toString(16)}}`,
  );

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Letters, digits, marks and spaces that mean nothing to XML: most of what is ever written, passed on as it is. */
const PLAIN = /^[\t !#-%(-;=?-~\u00a0-\ud7ff]*$/;

/** Text for XML, in content and in attributes; characters that XML does not have are shown as `\\u{…}`. */
export const xml = (text: string): string =>
  PLAIN.test(text) ? text : shownCodes(text.replace(/[&<>"']/g, (mark) => MARKUP[mark] as string).replace(/\r\n|[\r\n]/g, '&#10;'));

/** Text for a document whose writer escapes it itself: on one line, without anything that would be obeyed instead of shown. */
export const plain = (text: string): string =>
  shownCodes(text.replace(/[\t-\r \u0085\u2028\u2029\ufeff]+/g, ' ').trim()).replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u{${c.charCodeAt(0).toString(16)}}`,
  );

/** A cell of a table that a spreadsheet will read: what it would take for a formula is marked as text. */
export const csvText = (text: string): string => {
  const shown = plain(text);
  return /^\s*[=+\-@＝＋－＠|%]/u.test(shown) ? `'${shown}` : shown;
};

/** A field of CSV (RFC 4180): quoted where it must be. */
export const csvField = (field: string): string => (/[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** A text of iCalendar (RFC 5545). */
export const icalText = (text: string): string => plain(text).replace(/[\\;,]/g, (c) => `\\${c}`);

/** Text of a document in Markdown: it stays readable, and nothing in it becomes a link, an image, HTML, a heading or a cell. */
export const markdownText = (text: string): string =>
  plain(text)
    .replace(/[\\`*_[\]|~$@&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? `\\${c}`)
    .replace(/:(?=\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');

/** The message of a GitHub workflow command. */
export const workflowMessage = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** A property of a GitHub workflow command, such as a file name. */
export const workflowProperty = (text: string): string => workflowMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** A label of a Mermaid diagram, inside quotation marks: one line, and nothing that Mermaid, Markdown or HTML would obey. */
export const mermaid = (text: string): string => terminal(text).replace(/["#<>&`\\[\](){}|;:%]/g, (c) => `#${c.charCodeAt(0)};`);
