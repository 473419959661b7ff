import { language, say } from '../../../server/src/text/say.ts';

/** 128 bits that nobody can guess. */
export const newNonce = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What the script of the page finds there and fills, wherever the page is. */
export function content(): string {
  const find = attribute(say`Find an actor in the network`);
  return `<header><h1>${say`Preview`}</h1></header>
<nav class="views" aria-label="${attribute(say`Views`)}"></nav>
<p class="trouble" role="status" hidden></p>
<search class="finder" hidden><input type="search" placeholder="${find}" aria-label="${find}"></search>
<main></main>`;
}

/**
 * The one page that a preview ever has; what it shows comes by messages. No script but ours, no style but ours, nothing from elsewhere.
 * `from` is where the webview may load from, `address` how it reaches one of our files.
 */
export function shell(from: string, address: (file: string) => string, nonce: string): string {
  const policy = `default-src 'none'; style-src ${from}; img-src ${from}; font-src ${from}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(address('preview.css'))}">
<title>${say`Preview`}</title>
</head>
<body class="live">
${content()}
<script nonce="${nonce}" src="${attribute(address('preview.js'))}"></script>
</body>
</html>`;
}
