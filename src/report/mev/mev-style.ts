/** What a page about extraction adds to the styles of every page: the timeline, blocks that open, the price through a block. */
export const mevStyle = `
.timeline path{fill:none}
.timeline .price{stroke:var(--ink);stroke-width:1.3;stroke-linejoin:round}
.timeline .bars{stroke:var(--tone);stroke-width:1.2}
.timeline .dot,.legend .dot{fill:var(--tone);stroke:transparent;stroke-width:12;paint-order:stroke}
.timeline a:hover .dot{stroke:var(--tone);stroke-opacity:.25}
.steps path{fill:none}
.steps .reference{stroke:var(--ink);stroke-width:1;stroke-dasharray:5 4}
.steps .pool{stroke:var(--lp);stroke-width:1.6}
.steps .own,.steps .victim{stroke:var(--tone);stroke-width:9}
.steps .victim{stroke-dasharray:3 3}
.steps .market{fill:var(--ink)}
.block{border-bottom:1px solid var(--grid);margin:0}
.block summary{width:auto;padding:.4rem 0;line-height:1.45;overflow-wrap:anywhere;color:var(--ink)}
.block summary span{margin-right:.7em}
.block .height{font-weight:600;display:inline-block;min-width:3.2em}
.block[open]{padding-bottom:1.4rem}
.block table{min-width:1000px}
.block td.text{min-width:5rem;overflow-wrap:break-word}
.block td.text:nth-child(2){white-space:nowrap}
.block td.text:nth-child(4){min-width:12rem}
.block tbody th{white-space:nowrap}
.when{color:var(--soft);white-space:nowrap}
.found{color:var(--tone);font-weight:600}
.what-was{margin:.9rem 0 .1rem}
.story{margin:.1rem 0 .8rem;padding:0;list-style:none;max-width:92ch;font-size:.94rem}
.story li{margin:.1rem 0}
.story strong{font-weight:500;color:var(--soft)}
@media print{
.block table{min-width:0;font-size:.66rem}
}
`;
