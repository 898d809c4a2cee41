/** How the page looks, from the tokens: humanist sans, thin rules, a measure of 68 letters, a 4-pixel grid. */

import { DARK, LIGHT, type Theme } from "../shared/tokens.ts";

function declare(theme: Theme): string {
  const { answers, ...others } = theme;
  return Object.entries({ ...others, ...answers })
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}

/** The style sheet. */
export const STYLE: string = `
:root{color-scheme:light dark;${declare(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${declare(DARK)}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.55 Seravek,"Segoe UI","Noto Sans",Ubuntu,"DejaVu Sans",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:60rem;margin:0 auto;padding:24px 16px 48px}
article+article{margin-top:64px}
header{border-bottom:2px solid var(--ink);padding-bottom:12px}
h1,h2,h3{line-height:1.25;margin:0;font-weight:600}
h1{font-size:28px}
h2,h3{font-size:20px;margin:40px 0 8px}
header h2{font-size:28px;margin:0}
.revision{color:var(--faint);font-weight:400;font-size:17px;white-space:nowrap}
.aside{margin:4px 0 0;color:var(--faint)}
.place,.digest,dd,.revision{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
.faint{color:var(--faint)}
a{color:var(--link);text-underline-offset:2px}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead,.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
tr{border-bottom:1px solid var(--rule)}
th,td{padding:8px 16px 8px 0;text-align:start;vertical-align:top;font-weight:400;overflow:clip;overflow-clip-margin:2px}
.about{width:25%}.answers{width:18%}
tbody th,.word{font-weight:600}
.answer{overflow-wrap:break-word}
.yes{color:var(--yes)}.partly{color:var(--partly)}.no{color:var(--no)}.unknown{color:var(--unknown)}
.marked .word{color:var(--ink)}
.shape{width:.95em;height:.95em;margin-inline-end:.4em;vertical-align:-.12em}
.shapes{position:absolute}
.why{padding-inline-end:0}
.note,main>article>section>ul>li{max-width:68ch}
ul,ol{margin:0;padding-inline-start:20px}
ul>li{padding:4px 0}
details{margin-top:4px}
summary{cursor:pointer;color:var(--link);width:fit-content;max-width:100%;padding:2px 0}
.folded{margin-top:16px}
.folded>details>summary{font-weight:600}
.evidence{padding:4px 0 8px 24px;font-size:15px}
.evidence>li{padding:4px 0}
blockquote{margin:4px 0;padding:8px 12px;background:var(--inset);border-inline-start:3px solid var(--rule);font:14px/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow:clip}
.digest{display:block;color:var(--faint);font-size:11px}
.left{margin:0 0 8px;font-size:15px}
.printed{display:none}
.note{margin:16px 0 0}
footer{margin-top:40px;border-top:1px solid var(--rule);padding-top:12px;color:var(--faint);font-size:14px}
dl,dd{margin:0}
dl>div{display:flex;gap:12px;padding:2px 0}
dt{flex:0 0 5.5rem}
dd{min-width:0}
@media (max-width:40rem){
main{padding-top:16px}
h1,header h2{font-size:24px}
table,tbody{display:block}
colgroup{display:none}
body{font-size:16px}
tbody tr{display:flex;flex-wrap:wrap;column-gap:16px;padding:8px 0}
tbody th,tbody td{padding:0}
tbody th{flex:1 1 40%}
.answer{flex:0 1 auto;max-width:60%}
.why{flex:1 0 100%;max-width:100%;font-size:15px;line-height:1.45}
dl>div{display:block}
}
@media print{
body{font-size:10.5pt}
main{max-width:none;padding:0}
h1,header h2{font-size:18pt}h2,h3{font-size:13pt;break-after:avoid}
header{border-color:#000}
summary{color:inherit;list-style:none}
summary::-webkit-details-marker{display:none}
details::details-content{content-visibility:visible;display:block;block-size:auto;height:auto}
.evidence{font-size:9pt}
blockquote{font-size:8.5pt}
.digest{font-size:7.5pt}
.evidence>li,thead,tr{break-inside:avoid}
tr:has(.evidence){break-inside:auto}
.elsewhere{display:none}
.about{width:19%}.answers{width:17%}
article{display:flex;flex-direction:column}
.folded{order:1}
footer{order:2}
.printed{display:block;margin:0;font-size:9pt}
.evidence>li{padding:1px 0}
a{color:inherit}
a[href^="http"]::after{content:" <" attr(href) ">";font-size:.86em}
}
@page{margin:18mm 16mm}
`;
