/** The one style sheet: phone width first, dark enough on white, printable. Nothing that Chromium 90 lacks. */
export const STYLE = `
:root { color: #1f2329; background: #fff; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
header, main, footer { max-width: 1040px; margin: 0 auto; padding: 0 16px; }
header { border-bottom: 2px solid #1d4f91; padding-top: 12px; padding-bottom: 8px; }
header a { color: #1d4f91; font-weight: 700; font-size: 20px; text-decoration: none; }
header nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 4px; }
header nav a { font-size: 16px; font-weight: 400; text-decoration: underline; }
.notice { background: #fff7d6; border-left: 4px solid #8a6100; padding: 8px 12px; margin: 12px 0; }
.note { background: #eef4fc; border-left: 4px solid #1d4f91; padding: 8px 12px; margin: 12px 0; }
h1 { font-size: 26px; line-height: 1.4; margin: 20px 0 4px; }
h2 { font-size: 20px; margin: 28px 0 8px; border-bottom: 1px solid #c9cfd8; padding-bottom: 4px; }
h3 { font-size: 17px; margin: 16px 0 4px; }
a { color: #14509f; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 3px solid #c25700; outline-offset: 2px; }
.muted { color: #565d68; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; background: #fff; padding: 8px; }
form.search { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-end; margin: 12px 0; }
label { display: block; font-size: 15px; }
input, select, textarea, button { font: inherit; padding: 6px 10px; border: 1px solid #6b7280; border-radius: 4px; background: #fff; color: inherit; max-width: 100%; }
textarea { width: 100%; min-height: 160px; }
button { background: #1d4f91; color: #fff; border-color: #1d4f91; cursor: pointer; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; }
caption { text-align: left; color: #565d68; padding: 4px 0; }
th, td { border: 1px solid #9aa3b0; padding: 6px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f3f8; font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 8px 20px; margin: 12px 0; }
dl.facts div { border-top: 3px solid #1d4f91; padding-top: 4px; }
dl.facts dt { color: #565d68; font-size: 15px; }
dl.facts dd { margin: 0; font-size: 20px; font-weight: 600; }
ul.items { list-style: none; padding: 0; }
ul.items > li { border-bottom: 1px solid #c9cfd8; padding: 10px 0; }
ul.items h2 { border: 0; margin: 0; font-size: 18px; }
.chart { margin: 12px 0; }
.chart svg { width: 100%; max-width: 560px; height: auto; }
.bar-room { fill: #e4e9f1; } .bar { fill: #1d4f91; } .bar-mark { stroke: #c25700; stroke-width: 3; }
.bar-label, .bar-said { font-size: 15px; fill: #1f2329; }
main { overflow-wrap: anywhere; }
.scan p { min-width: 0; }
.scan svg { flex: none; }
.scan { display: flex; gap: 16px; align-items: center; margin: 20px 0; }
pre, code { font-family: "Noto Sans Mono", monospace; font-size: 14px; overflow-wrap: anywhere; white-space: pre-wrap; }
footer { margin-top: 32px; border-top: 1px solid #c9cfd8; padding: 12px 16px 32px; color: #565d68; font-size: 15px; }
.pages { display: flex; gap: 16px; }
.text { white-space: pre-line; }
.same { color: #1a6334; font-weight: 600; } .other { color: #a3150f; font-weight: 600; }
@media (max-width: 480px) {
  h1 { font-size: 22px; }
  table.stack thead { position: absolute; left: -9999px; }
  table.stack tr { display: block; border: 1px solid #9aa3b0; margin-bottom: 10px; }
  table.stack td, table.stack th { display: block; border: 0; text-align: left; white-space: normal; }
  table.stack td[data-label]::before { content: attr(data-label) "："; color: #565d68; }
}
@media print {
  header nav, form, .screen { display: none; }
  body { font-size: 11pt; }
  h2, h3 { break-after: avoid; }
  tr, .scan, .chart { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  .table { overflow: visible; }
}
`
