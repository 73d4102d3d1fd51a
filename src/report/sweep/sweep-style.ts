import { heatColors } from "./heat-colors.ts";

const steps = (scheme: "light" | "dark"): string => {
  const named = (letter: string, colors: readonly string[]): string => colors.map((color, step) => `--${letter}${step}:${color}`).join(";");
  return `${named("d", heatColors[scheme].diverging)};${named("s", heatColors[scheme].sequential)}`;
};
const classes = (letter: string, colors: readonly string[]): string =>
  colors.map((_, step) => `.${letter}${step}{background:var(--${letter}${step})}`).join("");

/** What a sweep's page adds to the styles of every page: heat maps, histograms, tables of statistics. */
export const sweepStyle = `
:root{${steps("light")}}
@media screen and (prefers-color-scheme:dark){:root{${steps("dark")}}}
${classes("d", heatColors.light.diverging)}
${classes("s", heatColors.light.sequential)}
.axes dt{font-weight:600;color:var(--ink)}
.books{min-width:960px}
.books th,.books td{padding-left:.4rem;padding-right:.4rem}
.books td,.books tbody th,.statistics td,.statistics tbody th{vertical-align:top}
.chart .marks{font-size:.84rem}
.marks thead th,.marks tbody th{white-space:nowrap}
.marks td,.marks thead th+th,.bins td,.bins thead th+th,.statistics th,.statistics td{padding-left:.3rem;padding-right:.3rem}
.books th:first-child,.statistics th:first-child{padding-left:0}
.grid td:last-child,.grid th:last-child{padding-right:0}
.verdict{display:block;font-size:.82em;line-height:1.3;font-weight:600;color:var(--tone)}
details .statistics{font-size:.77rem}
.statistics td,.statistics tbody th,.bins td,.bins tbody th{white-space:nowrap}
.bins{width:auto;min-width:60%}
.heats{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:2.4rem 2rem;margin:1.2rem 0}
.heat{margin:0;min-width:0}
.heat.full{grid-column:1/-1}
.heat figcaption p{font-size:.9rem;color:var(--soft);margin:0 0 .4rem}
.heat table{border-collapse:separate;border-spacing:2px;font-size:.86rem}
.heat th{border:0;font-weight:600;padding:.2rem .4rem;white-space:nowrap;min-width:3.2rem}
.heat td+td{min-width:3.6rem}
.heat th.long{white-space:normal;overflow-wrap:anywhere;min-width:9rem;max-width:14rem}
.heat thead th{text-align:center;vertical-align:bottom}
.heat .across{font-weight:400;color:var(--soft)}
.across span{display:inline-block;position:sticky;left:6rem;right:1rem}
.heat thead .corner{text-align:left;font-weight:400;color:var(--soft)}
.heat th:first-child{padding-left:0}
.heat tbody th{position:sticky;left:0;background:var(--bg);vertical-align:middle;text-align:left}
.heat td{border:0;text-align:center;vertical-align:middle;padding:.4rem .2rem;border-radius:2px}
.heat td:first-child,.heat td:last-child{padding:.4rem .2rem;text-align:center}
.heat td small{color:inherit}
.map{margin:.8rem 0 0;font-size:.86rem;font-weight:600}
.map+.scroll{margin-top:.1rem}
.scale{display:grid;grid-template-columns:1fr auto 1fr;column-gap:.6rem;font-size:.8rem;color:var(--soft);max-width:26rem;margin:.2rem 0 .6rem}
.scale span:last-child{text-align:right}
.ramp{grid-column:1/-1;display:flex;height:.6rem;border-radius:2px;overflow:hidden}
.ramp i{flex:1}
.cell-title{margin:2rem 0 .4rem}
.spread .name{font-size:.81rem;fill:var(--tone);font-weight:600}
.spread line{stroke:var(--soft);stroke-width:1}
.spread .rule{stroke:var(--grid)}
.spread .origin{stroke-dasharray:1 2}
.spread .area{fill:var(--tone);fill-opacity:.28;stroke:var(--tone);stroke-width:1.2}
.spread .mark{stroke:var(--tone);stroke-width:2}
.spread .dashed{stroke-dasharray:6 3}
.spread .dotted{stroke-dasharray:2 3}
span.mark{display:inline-block;height:1.05em;border-left:2px solid var(--ink);margin-right:.45em;vertical-align:-.15em}
span.mark.dashed{border-left-style:dashed}
span.mark.dotted{border-left-style:dotted}
@media screen and (max-width:1000px){
.heats{grid-template-columns:minmax(0,1fr)}
}
@media screen and (max-width:760px){
.marks thead th{white-space:normal}
.chart .marks,.chart .bins{font-size:.76rem}
}
@media print{
.heats{display:block}
.heat{margin-bottom:1.6rem}
.heat td,.ramp{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.heat tbody th{position:static}
.books{min-width:0;font-size:.72rem}
.heat table,.chart .marks,.chart .bins{font-size:.66rem}
.grid.statistics{font-size:.6rem}
.statistics th,.statistics td{padding-left:.15rem;padding-right:.15rem}
.statistics td,.statistics tbody th{white-space:normal}
}
`;
