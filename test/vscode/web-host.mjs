// Gives extensions to VS Code's web extension host. It starts no worker for an extension that comes from the server's disk,
// so they come over http from the workbench's own origin, and it reads them from the page's configuration, not its address.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

const types = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Serves the folders; the first is the one with the tests. */
export async function serveToWebHost(page, origin, folders) {
  await page.context().route(`${origin}/__extensions/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const [, number, rest] = /^\/__extensions\/(\d+)\/*(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
    const folder = folders[Number(number)];
    const file = folder && path.join(folder, rest);
    const inside = file && existsSync(file) && realpathSync(file).startsWith(realpathSync(folder) + path.sep);
    if (!inside) return route.fulfill({ status: 404 });
    return route.fulfill({ path: file, contentType: types[path.extname(file)] ?? 'application/octet-stream' });
  });
  const { host } = new URL(origin);
  const at = (rest) => ({ scheme: 'http', authority: host, path: `/__extensions/${rest}` });
  // The configuration is changed while the page is read. Answering the page's request with a changed document would be
  // simpler, but Chromium then refuses the workbench its web sockets.
  await page.addInitScript(addToConfiguration, {
    extensions: folders.map((_, number) => at(String(number))),
    extensionTestsPath: at('0/index'),
  });
}

function addToConfiguration(options) {
  new MutationObserver((_changes, observer) => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (!meta) return;
    observer.disconnect();
    const configuration = JSON.parse(meta.dataset.settings);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    meta.dataset.settings = JSON.stringify(configuration);
  }).observe(document, { childList: true, subtree: true });
}
