/** What the page of a probe adds to the styles of every page: bars of scores, lines that are drawn without a script, verdicts on tokens. */
export const probeStyle = `
.drawing .line{fill:none;stroke:var(--tone);stroke-width:1.5;stroke-linejoin:round}
.card{min-width:520px}
.card td .bar{height:7px;width:7rem;margin:.25rem 0 0 auto;background:var(--grid)}
.readings{min-width:420px}
.readings tbody th{max-width:24rem}
.cases{min-width:640px}
.cases tbody th{min-width:9rem}
.cases td{white-space:normal;min-width:5.5rem}
.short{color:var(--loss);font-weight:600}
@media print{
.card,.readings,.cases{min-width:0}
.card td .bar{width:4rem}
}
`;
