import { pageColors } from "./page-colors.ts";
import { toneDash } from "./tone.ts";

const named = (colors: Readonly<Record<string, string>>): string =>
  Object.entries(colors)
    .map(([name, color]) => `--${name}:${color}`)
    .join(";");
const light = named(pageColors.light);

/** Styles of every page: colours, text, tables, light and dark, wide, narrow and on paper. */
export const pageStyle = `
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root:not(.paper){${named(pageColors.dark)}}}
${Object.keys(toneDash)
  .map((tone) => `.t-${tone}{--tone:var(--${tone})}`)
  .join("\n")}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding:1rem 0 4rem}
body{margin:0;padding:3rem 0 6rem;background:var(--bg);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
body>header,body>nav,body>main,body>footer{max-width:1100px;margin:0 auto;padding:0 1.5rem}
h1,h2,.lead{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"DejaVu Serif",serif;font-weight:500;text-wrap:balance}
h1{font-size:clamp(2.1rem,6vw,3.4rem);line-height:1.08;margin:.2rem 0 .6rem;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{font-size:1.65rem;line-height:1.2;margin:0 0 .6rem;overflow-wrap:anywhere}
h3,h4{font-size:1rem;line-height:1.35;margin:0 0 .2rem}
.scroll+h3,.charts+h3,details+h3{margin-top:1.8rem}
section{margin-top:3.5rem;padding-top:1.4rem;border-top:1px solid var(--rule)}
p{max-width:70ch;margin:.3rem 0 .9rem}
p,dd,dt,li,td,th,h3,h4,summary{overflow-wrap:anywhere}
table th,table td{overflow-wrap:break-word}
a{color:var(--lp);text-underline-offset:.15em}
.skip{position:absolute;left:1rem;top:-10rem;background:var(--bg);padding:.5rem .9rem;z-index:9}
.skip:focus{top:.5rem}
main:focus{outline:none}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;margin:2rem 0 0;padding:0;font-size:.88rem}
nav a{display:inline-block;padding:.2rem 0}
.kicker{font-size:.82rem;letter-spacing:.04em;color:var(--soft);margin:0}
.lead{font-size:clamp(1.15rem,3vw,1.5rem);line-height:1.35;margin:0 0 .5rem;max-width:none}
.lead strong{color:var(--loss);font-weight:600}
.soft{color:var(--soft);font-size:.88rem;max-width:96ch}
small{display:block;font-size:.8em;line-height:1.3;color:var(--soft)}
.notice{border-left:3px solid var(--arbitrage);padding:.1rem 0 .1rem .9rem;font-size:.94rem}
.key-numbers{overflow-wrap:anywhere;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.5rem;margin:2.2rem 0 0}
.key-number{border-top:3px solid var(--tone);padding-top:.7rem}
.key-number dt{font-weight:600;font-size:.94rem}
.key-number dd{margin:0}
.key-number strong{display:block;font-size:clamp(1.8rem,4.6vw,2.7rem);line-height:1.15;font-weight:500;color:var(--tone);letter-spacing:-.02em}
.key-number strong.range{font-size:clamp(1.5rem,3.4vw,1.9rem);line-height:1.25}
.key-number span{display:block;font-size:.84rem;color:var(--soft);margin:.1rem 0 0}
.scroll{overflow-x:auto;margin:.8rem 0;max-width:100%;position:relative}
.scroll:has(.tall){max-height:80vh;overflow-y:auto}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.35}
th,td{padding:.36rem .6rem;text-align:right;border-bottom:1px solid var(--grid);vertical-align:bottom}
td{white-space:nowrap}
thead th,thead td{border-bottom:1px solid var(--soft);font-weight:600}
tbody th{font-weight:400;white-space:nowrap}
th:first-child,td:first-child,th.text,td.text{text-align:left}
td.text{white-space:normal;overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
tr.total>*{border-top:1px solid var(--ink);border-bottom:1px solid var(--ink);font-weight:650}
.statement{font-size:.95rem;min-width:600px}
.statement td,.statement tbody th{vertical-align:top}
.statement thead th{border-bottom:2px solid var(--tone);width:17%}
.statement .capital>*{color:var(--soft)}
.statement tbody th:first-child,.grid tbody th:first-child{position:sticky;left:0;background:var(--bg)}
.grid thead th.over{font-weight:400;color:var(--soft);text-align:center;border-bottom:1px solid var(--rule)}
.grid thead th.none{border-bottom:0}
.grid thead th[class*=t-]{border-bottom:2px solid var(--tone)}
.grid tbody th{text-align:left}
.grid .group th{font-weight:600;color:var(--tone,var(--ink));padding-top:1rem}
.grid .group span{position:sticky;left:0}
.grid tbody th,.grid thead th{max-width:14rem;white-space:normal}
.tall thead{position:sticky;top:0;background:var(--bg);z-index:1}
.findings{padding-left:1.6rem;max-width:76ch}
.findings li{margin-bottom:1rem}
.findings li::marker{font-weight:600;color:var(--soft)}
.findings p{margin:0}
code{font:.92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;background:var(--wash);padding:.8rem 1rem;border-radius:3px;max-width:100%}
pre code{overflow-wrap:normal;white-space:pre}
.facts{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.3rem 1.4rem;font-size:.94rem;margin:.6rem 0}
.facts dt{color:var(--soft);max-width:16rem}
.facts dt[class]{color:var(--tone);font-weight:600}
.facts dd{margin:0;max-width:75ch;min-width:0;overflow-wrap:anywhere}
.limits{padding-left:1.2rem;max-width:76ch}
.limits li{margin-bottom:.35rem}
details{margin:.4rem 0}
summary{cursor:pointer;font-size:.86rem;color:var(--soft);width:fit-content;padding:.15rem 0}
details table{font-size:.8rem}
:focus-visible{outline:2px solid var(--lp);outline-offset:3px;border-radius:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
body>footer p{color:var(--soft);font-size:.88rem;margin-top:3rem;border-top:1px solid var(--rule);padding-top:.6rem;max-width:none}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media screen and (max-width:760px){
body{padding-top:1.6rem}
body>header,body>nav,body>main,body>footer{padding:0 1rem}
section{margin-top:2.6rem}
.key-numbers{grid-template-columns:1fr;gap:1.1rem}
.facts{grid-template-columns:minmax(0,1fr);gap:0}
.facts dd{margin-bottom:.6rem}
}
@media print{
:root{${light};--bg:#fff}
html{font-size:11.5px}
body{font-size:1rem;padding:0}
body>header,body>nav,body>main,body>footer{max-width:none;padding:0}
body>nav,.skip{display:none}
a{color:inherit}
a[href$=".html"]::after{content:" (" attr(href) ")";color:var(--soft)}
details:not(.bulk)::details-content{content-visibility:visible;block-size:auto}
.scroll,.scroll:has(.tall){overflow:visible;max-height:none}
table{font-size:.78rem}
.statement{min-width:0}
th,td,.grid tbody th{white-space:normal}
thead,.statement tbody th:first-child,.grid tbody th:first-child{position:static}
tr,li,dd,.key-number{break-inside:avoid}
h2,h3,h4,dt,summary,figcaption{break-after:avoid}
section{margin-top:1.6rem}
}
.paper body{width:680px}
`;
