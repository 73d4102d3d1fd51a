/**
 * The colours of every page by what they are for, light and dark: `bg` the paper, `wash` boxes on it, `ink` and `soft` text, `rule` and `grid` hairlines that only
 * order what is there; then one accent a book, a kind of participant, a loss, and three sizes of a trade. Text has a contrast of 4.5 at least and lines of 3
 * (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
 */
export const pageColors = {
  light: {
    bg: "#fbfaf7",
    wash: "#f1eee7",
    ink: "#1d1c1a",
    soft: "#67635b",
    rule: "#dcd7cd",
    grid: "#e9e5dc",
    hold: "#75706a",
    lp: "#1f5fae",
    hedged: "#0d8072",
    twin: "#c14f18",
    straddle: "#83449f",
    desk: "#c2287f",
    insurer: "#5a3a1e",
    arbitrage: "#8a6206",
    trader: "#5b7a1c",
    loss: "#b0253d",
    small: "#5f8fd0",
    medium: "#2f6fb5",
    large: "#143f7c",
  },
  dark: {
    bg: "#131417",
    wash: "#1d1f24",
    ink: "#e8e5de",
    soft: "#a09b91",
    rule: "#35373d",
    grid: "#25272c",
    hold: "#97928b",
    lp: "#6aa9f4",
    hedged: "#43c3ae",
    twin: "#f28c54",
    straddle: "#c690e4",
    desk: "#ff8ac9",
    insurer: "#dcc8a0",
    arbitrage: "#dbb144",
    trader: "#a5c35a",
    loss: "#f27389",
    small: "#4a72b0",
    medium: "#6aa9f4",
    large: "#c9e0ff",
  },
} as const;
