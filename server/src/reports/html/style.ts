import { PICTURES } from './pictures.ts';
import { light, THEMES } from './theme.ts';

/** The looks of all views, in the preview and in reports. */
export const STYLE = `${THEMES}* { box-sizing: border-box; }
body { margin: 0; padding: 0; color: var(--fg); background: var(--bg); font: 14px/1.5 var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif); overflow-wrap: break-word; }
main { max-width: 1080px; margin: 0 auto; padding: 0 24px 48px; }
header.cover { max-width: 1080px; margin: 0 auto; padding: 40px 24px 8px; }
header.cover p { color: var(--muted); margin: 4px 0; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; font-weight: 650; }
h2 { font-size: 21px; line-height: 1.25; margin: 28px 0 0; font-weight: 650; }
h3 { font-size: 16px; margin: 24px 0 6px; font-weight: 600; }
h4, .long h5, .long h6 { font-size: 14px; margin: 14px 0 4px; font-weight: 600; }
p, ul, ol { margin: 6px 0; }
ul, ol { padding-left: 20px; }
ul.plain { list-style: none; padding: 0; margin: 0; }
.question, .reason, .from, .legend, .nothing, .rule, .more { color: var(--muted); }
.question { margin: 2px 0 10px; }
.reason, .legend, .rule { font-size: 12.5px; }
.rule { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: 11.5px; white-space: nowrap; }
.number { font-variant-numeric: tabular-nums; font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: var(--link); }
a.at { color: inherit; text-decoration: underline; text-decoration-color: var(--edge); text-underline-offset: 3px; }
a.at:hover { color: var(--link); text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--link)); outline-offset: 1px; border-radius: 2px; }
nav.contents ol { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; }
nav.contents { max-width: 1080px; margin: 0 auto; padding: 0 24px; border-bottom: 1px solid var(--edge); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(190px, 100%), 1fr)); gap: 6px 24px; margin: 12px 0; }
dl.facts dt, .word { color: var(--muted); font-size: 12px; }
dl.facts dd { margin: 0; }
dl.listing > div { padding: 6px 0; border-top: 1px solid var(--edge); }
dl.listing dt { font-weight: 600; }
dl.listing dd { margin: 2px 0 0; }
.vision { font-size: 16px; border-left: 3px solid var(--link); padding-left: 14px; margin: 12px 0; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: 0 36px; }
ul.numbers { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; margin: 14px 0; }
ul.numbers li { background: var(--soft); border: 1px solid var(--edge); border-radius: 6px; padding: 4px 10px; }
ul.numbers b { font-size: 17px; }
ul.shares { list-style: none; padding: 0; display: grid; gap: 5px; max-width: 460px; }
ul.shares li { display: grid; grid-template-columns: 1fr 120px; align-items: center; gap: 12px; }
svg.bar { width: 120px; height: 8px; }
.bar-all { fill: var(--edge); opacity: .5; }
.bar-part { fill: var(--info); }
.whole .bar-part { fill: var(--good); }
.none .label { color: var(--bad); }
ul.states, ul.states ul, ul.moments, ul.findings { list-style: none; padding: 0; }
ul.states ul { padding-left: 20px; margin: 2px 0 8px; }
ul.states ul li, ul.moments li, ul.findings > li, ol.findings > li { padding: 3px 0; }
ul.moments time { font-variant-numeric: tabular-nums; font-weight: 600; margin-right: 4px; }
ul.overdue time { color: var(--bad); }
.light, .tag { white-space: nowrap; font-weight: 600; }
.light.green, .tag.good { color: var(--good); }
.light.amber, .tag.warn { color: var(--warn); }
.light.red, .tag.bad { color: var(--bad); }
.light.grey { color: var(--muted); }
.tag { font-size: 11.5px; border: 1px solid currentColor; border-radius: 10px; padding: 0 7px; color: var(--muted); display: inline-block; line-height: 1.45; }
th .tag { white-space: normal; }
.meter { display: flex; align-items: center; gap: 8px; }
.finding .mark { font-weight: 700; }
.finding.error .mark { color: var(--bad); }
.finding.warning .mark { color: var(--warn); }
.finding.information .mark { color: var(--info); }
.counts .finding.error { color: var(--bad); }
.counts .finding.warning { color: var(--warn); }
.counts .finding.information { color: var(--info); }
.counts .finding { font-weight: 600; margin-right: 10px; }
.finding.accepted { color: var(--muted); }
.scroll { position: relative; overflow-x: auto; margin: 8px 0 14px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
caption { text-align: left; color: var(--muted); font-size: 12px; padding: 0 0 4px; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 6px; border-top: 1px solid var(--edge); }
thead th { border-top: 0; border-bottom: 2px solid var(--edge); vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 500; min-width: 180px; max-width: 380px; }
table .long p { margin: 3px 0; }
table .long, ol.steps { font-weight: 400; font-size: 12.5px; color: var(--muted); }
table.heatmap { width: auto; }
table.heatmap td { text-align: center; min-width: 76px; border: 2px solid var(--bg); border-radius: 4px; font-variant-numeric: tabular-nums; }
table.heatmap thead th { max-width: 140px; font-size: 12px; }
td.n1 { background: var(--n1); color: var(--on-n); }
td.n2 { background: var(--n2); color: var(--on-n); }
td.n3 { background: var(--n3); color: var(--on-n); }
td.gap.error { background: var(--bad-ground); color: var(--bad); }
td.gap.warning { background: var(--warn-ground); color: var(--warn); }
td.gap.information { background: var(--info-ground); color: var(--info); }
td.gap.accepted { background: var(--soft); color: var(--muted); }
.deep1 { padding-left: 16px; }
.deep2 { padding-left: 32px; }
.deep3, .deep4 { padding-left: 48px; }
ol.numbered { font-size: 13px; }
table.raci { width: auto; }
table.raci td { text-align: center; min-width: 64px; }
table.raci thead th { max-width: 150px; font-size: 12px; font-weight: 500; }
.letter { display: inline-block; min-width: 20px; text-align: center; border-radius: 4px; border: 1px solid var(--edge); font-weight: 700; font-size: 12px; }
.letter.A { background: var(--info); border-color: var(--info); color: var(--bg); }
.letter.R { background: var(--info-ground); border-color: var(--info); color: var(--info); }
details { margin: 6px 0 14px; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
ul.outline { font-size: 13px; }
code { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: 12.5px; overflow-wrap: anywhere; }
.wide > svg { display: block; min-width: 720px; max-width: 100%; height: auto; }
.wide > svg.timeline, .wide > svg.flows { width: 100%; }
.wide > svg.network { min-width: 0; max-width: none; }
[data-line] { cursor: default; }
.live [data-line] { cursor: pointer; }
.network.focused .node, .network.focused .line { opacity: .14; }
.network.focused .near { opacity: 1; }
.legend.ties { display: flex; flex-wrap: wrap; gap: 2px 18px; }
svg.sample { vertical-align: -1px; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(380px, 100%), 1fr)); gap: 18px; }
.card { border: 1px solid var(--edge); border-radius: 8px; padding: 12px 16px; min-width: 0; }
@media screen { .card { content-visibility: auto; contain-intrinsic-size: auto 420px; } }
.card h3 { margin: 0 0 4px; }
.card svg.chart { width: 100%; height: auto; max-width: 520px; }
.card .facts { grid-template-columns: repeat(auto-fill, minmax(140px, 1fr)); font-size: 13px; }
.card ul.findings { font-size: 12.5px; }
ol.chain { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 12px 34px; }
ol.chain li { position: relative; display: grid; gap: 6px; max-width: 280px; align-content: center; }
.step { border: 1px solid var(--edge); border-radius: 6px; padding: 7px 12px; background: var(--soft); }
ol.chain li + li::before { content: "→"; position: absolute; left: -24px; top: calc(50% - 11px); color: var(--muted); }
.step.here { border: 2px solid var(--info); }
.long > :first-child { margin-top: 2px; }
.address { color: var(--muted); font-size: 12px; overflow-wrap: anywhere; }
.long pre { white-space: pre-wrap; background: var(--soft); padding: 8px; }
.found:not(td, th, g) { background: color-mix(in srgb, var(--vscode-focusBorder, var(--link)) 14%, transparent); border-radius: 2px; box-decoration-break: clone; }
:is(td, th).found, :is(.vscode-high-contrast, .vscode-high-contrast-light) .found:not(g) { outline: 2px solid var(--vscode-focusBorder, var(--link)); outline-offset: 2px; }
g.found rect { stroke: var(--link); stroke-width: 2.5; }
nav.views { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 2px; padding: 6px 24px; background: var(--bg); border-bottom: 1px solid var(--edge); }
nav.views:empty { display: none; }
nav.views button { font: inherit; font-size: 13px; color: var(--fg); background: none; border: 0; border-bottom: 2px solid transparent; padding: 3px 9px; cursor: pointer; }
nav.views button:hover { background: var(--soft); }
nav.views [aria-current] { border-bottom-color: var(--link); font-weight: 600; }
.live h1 { font-size: 13px; font-weight: 600; margin: 0; padding: 8px 24px 0; }
.finder:not([hidden]) { display: block; max-width: 1080px; margin: 10px auto 0; padding: 0 24px; }
.trouble { margin: 0; padding: 6px 24px; color: var(--bad); border-bottom: 1px solid var(--edge); }
.live { scroll-padding-top: 48px; }
.live h2 { margin-top: 14px; }
input[type='search'] { font: inherit; color: var(--vscode-input-foreground, var(--fg)); background: var(--vscode-input-background, var(--bg)); border: 1px solid var(--vscode-input-border, var(--edge)); border-radius: 2px; padding: 3px 8px; min-width: 220px; }
footer { max-width: 1080px; margin: 0 auto; padding: 12px 24px 40px; color: var(--muted); font-size: 12px; }
${PICTURES}@media print {
  @page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page); font: 8.5pt system-ui, sans-serif; color: #57606a; } }
  @page wide { size: A4 landscape; }
  @page tall { size: A4; }
  @page :first { @bottom-right { content: none; } }
  :root, :root.report { ${light} }
  body { font-size: 9pt; line-height: 1.4; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header.cover, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header.cover { padding-top: 60mm; }
  header.cover h1 { font-size: 26pt; max-width: 150mm; }
  nav.contents { max-width: none; padding: 12mm 0 0; border-bottom: 0; }
  nav.contents ol { display: block; }
  nav.contents li { padding: 3px 0; }
  nav.contents a { color: inherit; text-decoration: none; }
  section.view { break-before: page; }
  section.view.mandates { break-before: auto; }
  section.view.actors { page: wide; }
  section.view.actors details { page: tall; }
  h2, h3, h4, caption, .question, .counts, p:has(+ .scroll), ol.chain, summary { break-after: avoid; }
  tr, .card, .step, ul.findings > li, svg { break-inside: avoid; }
  ul.moments li, ul.states ul li, dl.listing > div { break-inside: avoid; }
  .cards { display: block; }
  .card { margin-bottom: 10px; padding: 8px 14px; }
  .card { display: flow-root; }
  .card svg.chart { float: right; width: 88mm; margin-left: 5mm; }
  .card .facts { grid-template-columns: repeat(auto-fit, minmax(24mm, 1fr)); font-size: 8pt; margin: 6px 0; }
  .card td, .card th { padding-top: 2px; padding-bottom: 2px; }
  .columns { display: block; columns: 2; column-gap: 9mm; }
  .columns > * > :first-child { margin-top: 0; }
  ul.shares li { grid-template-columns: minmax(0, 1fr) 90px; }
  svg.bar { width: 90px; }
  thead { display: table-header-group; }
  thead, thead tr { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  h3 { font-size: 11.5pt; }
  p, ul, ol { margin: 3px 0; }
  table { font-size: 8pt; }
  .rule { white-space: normal; }
  .scroll { overflow: visible; }
  .wide > svg, .wide > svg.network { min-width: 0; max-width: 100%; max-height: 215mm; }
  .wide > svg.network { max-height: 150mm; }
  .wide > svg.timeline, .wide > svg.flows { width: 100%; }
  summary { color: var(--muted); list-style: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  th, td { padding: 4px 6px 4px 4px; }
  tbody th { min-width: 38mm; }
  td { min-width: 14mm; }
  table.tasks td { min-width: 19mm; }
  table.tasks td, table.tasks th { overflow-wrap: anywhere; }
  .funding td:last-child { min-width: 44mm; }
  .funding tbody th { min-width: 26mm; }
  .columns th, .columns td, .funding td:not(:last-child), table.heatmap td, table.raci td { min-width: 0; }
  table.raci td, table.heatmap td { padding: 3px 2px; }
  table.raci:has(th:nth-child(8)) thead th, table.heatmap:has(th:nth-child(6)) thead th { writing-mode: vertical-rl; rotate: 180deg; max-height: 45mm; max-width: none; padding: 4px 3px; text-align: left; vertical-align: top; }
  table.heatmap td { min-width: 9mm; }
  table.heatmap thead th, table.raci thead th { font-size: 8pt; }
  .letter { min-width: 15px; font-size: 8pt; }
  .tag { font-size: 7pt; line-height: 1.3; padding: 0 5px; }
  .question, .reason, .legend, .rule, .more { font-size: 8pt; }
}
`;
