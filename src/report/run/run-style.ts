/** What a run's page adds to the styles of every page: charts with one time cursor, the statement as a picture, bars in a table. */
export const runStyle = `
.key{all:unset;cursor:pointer;display:inline-flex;align-items:center;gap:.4em;padding:.15rem 0}
.key .value{color:var(--soft);min-width:4.2em}
.key[aria-pressed=false]{color:var(--soft);text-decoration:line-through}
.key[aria-pressed=false] .swatch{visibility:hidden}
.key:focus-visible{outline:2px solid var(--lp);outline-offset:3px}
.plot{height:210px;min-width:0}
.full .plot{height:300px}
.uplot{font-family:inherit}
.uplot .u-cursor-x{border-right:1px solid var(--soft)!important}
.u-select{background:color-mix(in srgb,var(--ink) 10%,transparent)!important}
.picture{margin:2.4rem 0 1.2rem}
.bars{display:grid;grid-template-columns:6.5rem repeat(5,minmax(0,1fr));column-gap:1rem;row-gap:.3rem;margin-top:1rem;font-size:.84rem;align-items:center}
.bars.of-6{grid-template-columns:6.5rem repeat(6,minmax(0,1fr))}
.bars.of-7{grid-template-columns:6.5rem repeat(7,minmax(0,1fr))}
.bars .head{overflow-wrap:anywhere;font-weight:600;text-align:center;align-self:end;border-bottom:2px solid var(--tone);padding-bottom:.25rem;line-height:1.25}
.bars .break{grid-column:1/-1;color:var(--soft);margin:.7rem 0 .2rem;padding-top:.6rem;border-top:1px solid var(--rule)}
.cell{display:grid;grid-template-columns:1fr;text-align:center;min-width:0}
.cell .who{display:none}
.amount{line-height:1.3}
.barred{display:grid;grid-template-columns:minmax(4rem,1fr) 5.5rem;gap:.6rem;align-items:center}
.cursor{position:fixed;inset:auto 0 0 0;display:flex;align-items:center;gap:.5rem 1rem;padding:.5rem max(1.5rem,calc((100vw - 1052px)/2));background:var(--wash);border-top:1px solid var(--rule);font-size:.84rem;z-index:5}
.cursor[hidden]{display:none}
.cursor label{white-space:nowrap;color:var(--soft)}
.cursor input{flex:1 1 8rem;min-width:6rem;margin:0;accent-color:var(--lp)}
.cursor output{min-width:23em;white-space:nowrap}
.cursor button{font:inherit;color:inherit;background:none;border:1px solid var(--soft);border-radius:3px;padding:.1rem .6rem;cursor:pointer;white-space:nowrap}
.cursor button[hidden]{display:none}
@media screen and (max-width:760px){
.plot{height:200px}
.full .plot{height:230px}
.bars,.bars.of-6,.bars.of-7{grid-template-columns:minmax(0,1fr)}
.bars .head,.bars .corner{display:none}
.bars .line{font-weight:600;margin-top:.6rem}
.cell{grid-template-columns:7.2rem minmax(0,1fr) 5.4rem;gap:.6rem;align-items:center;text-align:right}
.cell .who{display:block;text-align:left;color:var(--tone);line-height:1.2}
.cursor{flex-wrap:wrap;padding:.4rem 1rem}
.cursor label{position:absolute;clip-path:inset(50%)}
.cursor output{min-width:0;font-size:.78rem}
.cursor input{flex-basis:100%}
}
@media print{
.plot{height:190px}
.cursor{display:none}
.picture{break-inside:avoid}
}
`;
