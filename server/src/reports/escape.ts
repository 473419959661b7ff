// The only escapers of the house: every format that holds words of a user passes them through one of these.

/**
 * Control characters and marks of direction, shown instead of obeyed. Line breaks become spaces. What a build server would take for a
 * command wherever it stands in a line (`##[error]`, `##vso[…]`) is broken up.
 */
export const terminal = (text: string): string =>
  text
    .replace(/\r\n|[\r\n\t\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (c) => `\\u{${(c.codePointAt(0) as number).toString(16)}}`)
    .replace(/##(?=\w*\[)/g, '#\\u{23}');

/** Text for XML, in content and in attributes; characters that XML does not have are shown as `\u{…}`. */
export const xml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[c] as string)
    .replace(/\r\n|[\r\n]/g, '&#10;')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (c) => `\\u{${c.charCodeAt(0).toString(16)}}`,
    );

/** The message of a GitHub workflow command. */
export const workflowMessage = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** A property of a GitHub workflow command, such as a file name. */
export const workflowProperty = (text: string): string => workflowMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Words in a line of Markdown, be it a cell of a table: shown as they are, whatever marks they hold. */
export const markdown = (text: string): string =>
  terminal(text)
    .replace(/[\\`*_{}[\]<>#|~@!]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])/, '$1\\$2');

/** A cell of a CSV file. What a spreadsheet would take for a formula is made a text. */
export const csv = (text: string): string => {
  const safe = /^[=+@\t\r-]/.test(text) && !/^[+-]?\d[\d.,_]*\s?%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
