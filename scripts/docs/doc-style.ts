/** Styles of the site's pages beside those of every page: the list of pages at the side, the search, and text that is read rather than looked up. */
export const docStyle = `
body{padding-top:1.2rem}
main>h1{font-size:clamp(1.9rem,5vw,2.8rem);margin-bottom:1rem}
main>.kicker{margin-top:.4rem}
section{margin-top:2.6rem}
section>h2,main h3[id],code[id]{scroll-margin-top:1rem}
h3{margin-top:1.6rem;font-size:1.06rem}
p,.limits,.facts dd{line-height:1.55}
ul.limits,ol.limits{margin:.3rem 0 .9rem}
li>p:first-child{margin-top:0}
li .limits{margin:.2rem 0 .4rem}
pre{margin:.6rem 0 1.1rem;max-width:60rem;font-size:.9rem}
pre .note{color:var(--soft)}
tbody th{white-space:normal;vertical-align:top}
td{vertical-align:top}
tbody th,td.text{min-width:7rem}
tbody th{overflow-wrap:normal}
tbody th code{overflow-wrap:break-word}
td code{overflow-wrap:anywhere}
td.text{max-width:44rem}
td small{margin-top:.15rem}
.facts dd p{margin:0 0 .5rem}
.facts dt code{font-weight:600;color:var(--ink)}
code[id]:target,h3:target,section:target>h2{background:var(--wash);box-shadow:0 0 0 .3rem var(--wash)}
a code{color:inherit}
body>header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.6rem 1.5rem;padding-top:.2rem;padding-bottom:.9rem}
body>header .kicker{font-size:.95rem}
body>header .kicker a{color:var(--ink);font-weight:600;text-decoration:none}
#search{position:relative;flex:0 1 24rem;min-width:0}
#search-words{width:100%;font:inherit;font-size:.92rem;color:var(--ink);background:var(--wash);border:1px solid var(--soft);border-radius:3px;padding:.4rem .7rem}
#search-words::placeholder{color:var(--soft)}
#search-found{position:absolute;z-index:8;left:0;right:0;top:100%;list-style:none;margin:.3rem 0 0;padding:.3rem;max-height:70vh;overflow-y:auto;background:var(--bg);border:1px solid var(--soft);border-radius:3px}
#search-found a{display:block;padding:.3rem .5rem;text-decoration:none;overflow-wrap:anywhere}
#search-found a:hover,#search-found a:focus{background:var(--wash)}
#search-found li>span{display:block;padding:.3rem .5rem;color:var(--soft)}
body>nav{font-size:.92rem}
body>nav ul{display:block;margin:.2rem 0 1rem;font-size:.92rem}
body>nav ul ul{margin:.1rem 0 .4rem .2rem;padding-left:.7rem;border-left:1px solid var(--rule);font-size:.86rem}
body>nav a{padding:.12rem 0;text-decoration:none}
body>nav a:hover{text-decoration:underline}
body>nav a[aria-current]{color:var(--ink);font-weight:600}
body>nav summary{font-size:.95rem;padding:.4rem 0}
.turn{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem;margin-top:3rem}
@media screen and (min-width:1000px){
body{display:grid;grid-template-columns:minmax(13rem,17rem) minmax(0,1fr);max-width:1280px;margin:0 auto;column-gap:1.5rem}
body>header,body>footer{grid-column:1/-1;width:100%;max-width:none}
body>nav{align-self:start;position:sticky;top:0;max-height:100vh;overflow-y:auto;width:100%;padding-right:0}
body>main{width:100%;margin:0}
@supports selector(::details-content){
body>nav summary{display:none}
body>nav details::details-content{content-visibility:visible;block-size:auto}
}
}
@media screen and (max-width:760px){
.cards,.cards tbody,.cards tr,.cards tbody th,.cards td{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{border-bottom:1px solid var(--rule);padding:.6rem 0}
.cards tbody th,.cards td{border:0;padding:.08rem 0;min-width:0;max-width:none}
.cards tbody th{font-weight:600;font-size:.95rem}
.cards td:nth-child(n+3)::before{content:attr(data-head) ": ";color:var(--soft)}
.cards td:empty{display:none}
body>header{display:block}
#search{margin-top:.5rem}
}
@media print{
#search,.turn{display:none}
pre{white-space:pre-wrap}
pre code{white-space:pre-wrap;overflow-wrap:anywhere}
}
`;
