/** What the options of `crash replay` are when nobody says anything. */
export const REPLAY_DEFAULTS = { out: "none" } as const;
