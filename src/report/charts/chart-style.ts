/** Share of a colour that a line keeps that other lines shine through: a wide one, or one of many bars. */
const FADED = 0.8;

/** Styles of the charts of every page: frames, legends, drawings. */
export const chartStyle = `
.charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:2.6rem 2rem;margin:1.2rem 0 2rem}
.chart{margin:0;min-width:0;display:flex;flex-direction:column}
.chart.full{grid-column:1/-1}
.chart figcaption{flex:0 1 auto}
.chart.half figcaption{flex:1 0 auto}
.chart figcaption p{font-size:.9rem;max-width:92ch;color:var(--soft);margin:0 0 .3rem}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.2rem 0 .3rem;padding:0;font-size:.84rem}
.legend li{display:inline-flex;align-items:center;gap:.4em}
.swatch{flex:none;stroke:var(--tone);stroke-width:2.5}
.swatch.wide{stroke-width:5;opacity:${FADED}}
.swatch.area{stroke-width:9;opacity:${FADED}}
.drawing{display:block;overflow:visible;font-size:.75rem;margin:.5rem 0 .2rem}
.drawing text{fill:var(--soft);stroke:var(--bg);stroke-width:3;stroke-linejoin:round;paint-order:stroke;pointer-events:none}
.drawing .rule{stroke:var(--grid);stroke-width:1}
.drawing path{vector-effect:non-scaling-stroke}
.drawing .faded{opacity:${FADED}}
.bar{display:block;width:100%;height:13px;overflow:visible}
.fill{fill:var(--tone)}
.zero{fill:var(--soft)}
@media screen and (max-width:760px){
.charts{grid-template-columns:minmax(0,1fr)}
}
.paper .charts{display:block}
@media print{
.charts{display:block}
.chart{margin-bottom:1.6rem}
.drawing,.bar,.swatch,.plot{break-inside:avoid;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.legend{break-after:avoid}
}
`;
