/** The block at hand. The kernel owns it, writes it anew for every block, and hands it to every book. */
export interface KernelMoment {
  /** Height from the start of the path; 0 is the opening. */
  block: number;
  /** Reference price at its start, in quote per base. */
  from: number;
  /** The same at its end. */
  to: number;
  /** Whether the day by universal time ends with it. */
  isClose: boolean;
  /** Years left to the expiry of the options at its end: 0 or less once expired. */
  tau: number;
}
