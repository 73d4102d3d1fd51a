/** What a comparison's page adds to the styles of every page: lines that are drawn without a script, a statement of many columns, verdicts. */
export const compareStyle = `
.drawing .line{fill:none;stroke:var(--tone);stroke-width:1.5;stroke-linejoin:round}
.compared{min-width:920px;font-size:.82rem}
.compared th,.compared td{padding:.36rem .38rem}
.wide-grid{min-width:900px}
.standing{font-weight:600}
.standing.contradicted{color:var(--loss)}
@media screen and (max-width:760px){
.compared thead .over,.wide-grid thead .over{text-align:left;padding-left:1.4rem}
}
@media print{
.compared,.wide-grid{min-width:0;font-size:.66rem}
.compared th,.compared td{padding:.25rem .3rem}
}
`;
