/** Colours by their name in the style. */
export type Colours = Readonly<Record<string, string>>;

export const LIGHT: Colours = {
  fg: '#1f2328',
  bg: '#ffffff',
  muted: '#57606a',
  soft: '#f6f8fa',
  edge: '#d0d7de',
  link: '#0550ae',
  good: '#1a7f37',
  warn: '#8a5a00',
  bad: '#b3261e',
  info: '#0b5cad',
  'good-ground': '#dff3e4',
  'warn-ground': '#fbeecb',
  'bad-ground': '#fbe1de',
  'info-ground': '#e0edfa',
  n1: '#d9e8f6',
  n2: '#aecfec',
  n3: '#7fb2e0',
  'on-n': '#0b1f33',
  mandates: '#8250df',
  funds: '#1a7f37',
  supervises: '#b3261e',
  delivers: '#0b5cad',
  consults: '#8a5a00',
  meets: '#6e7781',
};

export const DARK: Colours = {
  fg: '#e6edf3',
  bg: '#0d1117',
  muted: '#9aa4ae',
  soft: '#161b22',
  edge: '#30363d',
  link: '#79b8ff',
  good: '#56d364',
  warn: '#e3b341',
  bad: '#ff8b82',
  info: '#79b8ff',
  'good-ground': '#12361f',
  'warn-ground': '#3d2e08',
  'bad-ground': '#4a1c1a',
  'info-ground': '#12304f',
  n1: '#16324c',
  n2: '#1f4b75',
  n3: '#2a5f95',
  'on-n': '#ffffff',
  mandates: '#c39bff',
  funds: '#56d364',
  supervises: '#ff8b82',
  delivers: '#79b8ff',
  consults: '#e3b341',
  meets: '#9aa4ae',
};

/** In high contrast nothing is told by its ground; edges are drawn instead. */
const CONTRAST: Colours = {
  ...Object.fromEntries(['good-ground', 'warn-ground', 'bad-ground', 'info-ground', 'n1', 'n2', 'n3', 'soft'].map((name) => [name, 'transparent'])),
  'on-n': 'var(--fg)',
  muted: 'var(--fg)',
  edge: 'var(--vscode-contrastBorder, currentColor)',
};

/** What VS Code has a colour of its own for. */
const EDITOR: Colours = {
  fg: 'editor-foreground',
  bg: 'editor-background',
  muted: 'descriptionForeground',
  soft: 'textBlockQuote-background',
  edge: 'panel-border',
  link: 'textLink-foreground',
};

const variables = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}: ${EDITOR[name] === undefined || value.startsWith('var') ? value : `var(--vscode-${EDITOR[name]}, ${value})`};`)
    .join(' ');

export const light = `${variables(LIGHT)} color-scheme: light;`;
export const dark = `${variables(DARK)} color-scheme: dark;`;
const contrast = variables(CONTRAST);

/** The themes: those of VS Code by the class of its page, those of a report by what the reader's machine asks for. */
export const THEMES = `:root { ${light} }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { ${dark} }
body.vscode-high-contrast, body.vscode-high-contrast-light { ${contrast} }
@media (prefers-color-scheme: dark) { :root.report { ${dark} } }
@media (prefers-contrast: more) { :root.report { ${contrast} } }
`;

/** A style without variables, for programs that read pictures and know none. */
export const plain = (style: string): string =>
  style.replace(/var\(--vscode-[\w-]+, ((?:[^()]|\([^()]*\))+)\)/g, '$1').replace(/var\(--([\w-]+)\)/g, (_, name: string) => LIGHT[name] ?? 'currentColor');
