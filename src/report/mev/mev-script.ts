/** What the page runs: a link to a block opens it. Plain script, since it goes into the page as it stands. */
export const mevScript = String.raw`"use strict";
(() => {
  const open = () => {
    const summary = document.getElementById(location.hash.slice(1));
    if (summary === null || summary.localName !== "summary") return;
    for (let each = summary.closest("details"); each !== null; each = each.parentElement.closest("details")) each.open = true;
    summary.scrollIntoView();
    summary.focus({ preventScroll: true });
  };
  addEventListener("hashchange", open);
  addEventListener("click", ({ target }) => { if (target.closest('a[href^="#block-"]')) setTimeout(open); });
  open();
})();
`;
