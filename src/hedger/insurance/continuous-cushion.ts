/**
 * The cushion of constant proportion portfolio insurance that trades all the time along a path without jumps, without interest and without a limit on leverage:
 * C₀·(S/S₀)^m·e^((1 − m)·m·σ²T/2) (Perold 1986; Black and Perold 1992, Theory of constant proportion portfolio insurance, Journal of Economic Dynamics and
 * Control 16:403–426). It never reaches 0. What a book that trades in steps has less is the cost of its steps.
 *
 * @param cushion at the start, in quote
 * @param multiple m
 * @param ratio price over the price at the start, positive
 * @param variance σ²T of the log price since the start; for one path the realised one
 * @returns in quote
 */
export function continuousCushion(cushion: number, multiple: number, ratio: number, variance: number): number {
  return cushion * Math.exp(multiple * Math.log(ratio) + (1 - multiple) * multiple * 0.5 * variance);
}
