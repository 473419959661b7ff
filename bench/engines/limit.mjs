// A parser of plans written by hand, with every word and its place, and not a check in it: what a parser could cost at the least.

/** Statements with their words and blocks; no text is refused, and nothing is said about what is wrong. */
export function parse(text) {
  const top = [];
  const open = [];
  let block = top;
  let statement;
  let comma = false;
  const length = text.length;
  for (let at = 0; at < length; ) {
    const c = text.charCodeAt(at);
    if (c === 10) {
      if (!comma) statement = undefined;
      at++;
    } else if (c === 32 || c === 9 || c === 13) at++;
    else if (c === 35) {
      at = text.indexOf('\n', at);
      if (at < 0) at = length;
    } else if (c === 123 && statement !== undefined) {
      open.push(block, statement);
      block = statement.block = [];
      statement = undefined;
      at++;
    } else if (c === 125) {
      if (open.length > 0) {
        open.pop().end = at + 1;
        block = open.pop();
      }
      statement = undefined;
      at++;
    } else {
      let end = at + 1;
      if (c === 34) {
        while (end < length && text.charCodeAt(end) !== 34 && text.charCodeAt(end) !== 10) end += text.charCodeAt(end) === 92 ? 2 : 1;
        end++;
      } else if (c !== 44) {
        for (let d = text.charCodeAt(end); d !== 32 && d !== 10 && d !== 44 && d !== 123 && d !== 125 && end < length; d = text.charCodeAt(++end));
      }
      const token = { image: text.slice(at, end), start: at, end };
      if (statement === undefined) block.push((statement = { word: token.image, start: at, end, values: [], block: undefined }));
      else {
        statement.values.push(token);
        statement.end = end;
      }
      comma = c === 44;
      at = end;
    }
  }
  return top;
}
