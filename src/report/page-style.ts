const light = `
--bg:#fbfaf7;--wash:#f1eee7;--ink:#1d1c1a;--soft:#67635b;--rule:#dcd7cd;--grid:#e9e5dc;
--hold:#85807a;--lp:#1f5fae;--hedged:#0d8072;--twin:#c14f18;--straddle:#83449f;
--arbitrage:#9c7006;--trader:#5b7a1c;--loss:#b0253d;--small:#86aee0;--medium:#3f7dc4;--large:#143f7c;`;

const dark = `
--bg:#131417;--wash:#1d1f24;--ink:#e8e5de;--soft:#a09b91;--rule:#35373d;--grid:#25272c;
--hold:#97928b;--lp:#6aa9f4;--hedged:#43c3ae;--twin:#f28c54;--straddle:#c690e4;
--arbitrage:#dbb144;--trader:#a5c35a;--loss:#f27389;--small:#3e639a;--medium:#6aa9f4;--large:#c9e0ff;`;

const tones = ["ink", "hold", "lp", "hedged", "twin", "straddle", "arbitrage", "trader", "loss", "small", "medium", "large"];

/** The page's own styles: one accent a book, light and dark, wide, narrow and on paper. */
export const pageStyle = `
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root:not(.paper){${dark}}}
${tones.map((tone) => `.t-${tone}{--tone:var(--${tone})}`).join("\n")}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding:1rem 0 4rem}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
main{max-width:1100px;margin:0 auto;padding:3rem 1.5rem 6rem}
h1,h2,.lead{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"DejaVu Serif",serif;font-weight:500;text-wrap:balance}
h1{font-size:clamp(2.1rem,6vw,3.4rem);line-height:1.08;margin:.2rem 0 .6rem;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{font-size:1.65rem;line-height:1.2;margin:0 0 .6rem}
h3{font-size:1rem;line-height:1.35;margin:0 0 .2rem}
.scroll+h3,.charts+h3{margin-top:1.8rem}
section{margin-top:3.5rem;padding-top:1.4rem;border-top:1px solid var(--rule)}
p{max-width:70ch;margin:.3rem 0 .9rem}
p,dd,dt,li,td,th,h3{overflow-wrap:anywhere}
table th,table td{overflow-wrap:break-word}
.kicker{font-size:.82rem;letter-spacing:.04em;color:var(--soft);margin:0}
.lead{font-size:clamp(1.15rem,3vw,1.5rem);line-height:1.35;margin:0 0 .5rem;max-width:none}
.lead strong{color:var(--loss);font-weight:600}
.soft{color:var(--soft);font-size:.88rem;max-width:96ch}
.notice{border-left:3px solid var(--arbitrage);padding:.1rem 0 .1rem .9rem;font-size:.94rem}
.key-numbers{overflow-wrap:anywhere;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.5rem;margin:2.2rem 0 0}
.key-number{border-top:3px solid var(--tone);padding-top:.7rem}
.key-number dt{font-weight:600;font-size:.94rem}
.key-number dd{margin:0}
.key-number strong{display:block;font-size:clamp(1.8rem,4.6vw,2.7rem);line-height:1.15;font-weight:500;color:var(--tone);letter-spacing:-.02em}
.key-number span{display:inline-block;font-size:.84rem;color:var(--soft);margin-right:.8em}
.scroll{overflow-x:auto;margin:.8rem 0;max-width:100%;position:relative}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.35}
th,td{padding:.36rem .6rem;text-align:right;border-bottom:1px solid var(--grid);vertical-align:bottom}
td{white-space:nowrap}
thead th,thead td{border-bottom:1px solid var(--soft);font-weight:600}
tbody th{font-weight:400;white-space:nowrap}
th:first-child,td:first-child,th.text,td.text{text-align:left}
td.text{white-space:normal;overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
.statement{font-size:.95rem;min-width:600px}
.statement thead th{border-bottom:2px solid var(--tone);width:17%}
.statement .total>*{border-top:1px solid var(--ink);border-bottom:1px solid var(--ink);font-weight:650}
.statement .capital>*{color:var(--soft)}
.statement tbody th:first-child{position:sticky;left:0;background:var(--bg)}
abbr{text-decoration:none}
.picture{margin:2.4rem 0 1.2rem}
.bars{display:grid;grid-template-columns:6.5rem repeat(5,minmax(0,1fr));column-gap:1rem;row-gap:.3rem;margin-top:1rem;font-size:.84rem;align-items:center}
.bars .head{overflow-wrap:anywhere;font-weight:600;text-align:center;align-self:end;border-bottom:2px solid var(--tone);padding-bottom:.25rem;line-height:1.25}
.bars .break{grid-column:1/-1;color:var(--soft);margin:.7rem 0 .2rem;padding-top:.6rem;border-top:1px solid var(--rule)}
.cell{display:grid;grid-template-columns:1fr;text-align:center;min-width:0}
.cell .who{display:none}
.amount{line-height:1.3}
.bar{display:block;width:100%;height:13px;overflow:visible}
.fill{fill:var(--tone)}
.zero{fill:var(--soft)}
.findings{padding-left:1.6rem;max-width:76ch}
.findings li{margin-bottom:1rem}
.findings li::marker{font-weight:600;color:var(--soft)}
.findings p{margin:0}
code{font:.92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.3rem 1.4rem;font-size:.94rem;margin:.6rem 0}
.facts dt{color:var(--soft);max-width:16rem}
.facts dt[class]{color:var(--tone);font-weight:600}
.facts dd{margin:0;max-width:75ch;min-width:0;overflow-wrap:anywhere}
.limits{padding-left:1.2rem;max-width:76ch}
.limits li{margin-bottom:.35rem}
.barred{display:grid;grid-template-columns:minmax(4rem,1fr) 5.5rem;gap:.6rem;align-items:center}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:2.6rem 2rem;margin:1.2rem 0 2rem}
.chart{margin:0;min-width:0;display:flex;flex-direction:column}
.chart.full{grid-column:1/-1}
.chart figcaption{flex:0 1 auto}
.chart.half figcaption{flex:1 0 auto}
.chart figcaption p{font-size:.9rem;max-width:92ch;color:var(--soft);margin:0 0 .3rem}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.2rem 0 .3rem;padding:0;font-size:.84rem}
.key{all:unset;cursor:pointer;display:inline-flex;align-items:center;gap:.4em;padding:.15rem 0}
.key .value{color:var(--soft);min-width:4.2em}
.key[aria-pressed=false]{opacity:.42;text-decoration:line-through}
.swatch{width:1.1em;border-top:3px solid var(--tone)}
.swatch.dashed{width:1.5em;border-top-style:dashed}
.swatch.wide{border-top-width:5px;opacity:.6}
.swatch.area{border-top-width:9px;opacity:.5}
.plot{height:210px;min-width:0}
.full .plot{height:300px}
.uplot{font-family:inherit}
.uplot .u-cursor-x{border-right:1px solid var(--soft)!important}
.u-select{background:color-mix(in srgb,var(--ink) 10%,transparent)!important}
details{margin:.4rem 0}
summary{cursor:pointer;font-size:.86rem;color:var(--soft);width:fit-content;padding:.15rem 0}
details table{font-size:.8rem}
:focus-visible{outline:2px solid var(--lp);outline-offset:3px;border-radius:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cursor{position:fixed;inset:auto 0 0 0;display:flex;align-items:center;gap:.5rem 1rem;padding:.5rem max(1.5rem,calc((100vw - 1052px)/2));background:var(--wash);border-top:1px solid var(--rule);font-size:.84rem;z-index:5}
.cursor[hidden]{display:none}
.cursor label{white-space:nowrap;color:var(--soft)}
.cursor input{flex:1 1 8rem;min-width:6rem;margin:0;accent-color:var(--lp)}
.cursor output{min-width:23em;white-space:nowrap}
.cursor button{font:inherit;color:inherit;background:none;border:1px solid var(--soft);border-radius:3px;padding:.1rem .6rem;cursor:pointer;white-space:nowrap}
.cursor button[hidden]{display:none}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.6rem}
@media screen and (max-width:760px){
main{padding:1.6rem 1rem 6rem}
section{margin-top:2.6rem}
.charts{grid-template-columns:minmax(0,1fr)}
.key-numbers{grid-template-columns:1fr;gap:1.1rem}
.plot{height:200px}
.full .plot{height:230px}
.bars{grid-template-columns:minmax(0,1fr)}
.bars .head,.bars .corner{display:none}
.bars .line{font-weight:600;margin-top:.6rem}
.cell{grid-template-columns:7.2rem minmax(0,1fr) 5.4rem;gap:.6rem;align-items:center;text-align:right}
.cell .who{display:block;text-align:left;color:var(--tone);line-height:1.2}
.facts{grid-template-columns:minmax(0,1fr);gap:0}
.facts dd{margin-bottom:.6rem}
.cursor{flex-wrap:wrap;padding:.4rem 1rem}
.cursor label{display:none}
.cursor output{min-width:0;font-size:.78rem}
.cursor input{flex-basis:100%}
}
@media print{
:root{${light}}
html{font-size:11.5px}
:root{--bg:#fff}
body{font-size:1rem}
.plot{height:190px}
main{max-width:none;padding:0}
.cursor,.chart details{display:none}
.chart,.picture,tr,li{break-inside:avoid}
h2,h3{break-after:avoid}
section{margin-top:1.6rem}
.bar,.swatch,.uplot{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
.paper body{width:680px}
`;
