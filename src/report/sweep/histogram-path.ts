/**
 * Outline of a histogram as an SVG path, closed along its base: bin i from i to i + 1 across, and 100 down to 0 for the share of `tallest`, so that areas are
 * as the counts. Heights are rounded to a hundredth.
 */
export function histogramPath(counts: readonly number[], tallest: number): string {
  const heights = counts.map((count) => (tallest > 0 ? Math.round(10_000 * (1 - count / tallest)) / 100 : 100));
  const steps = heights.map((height, bin) => {
    const isLevel = height === (bin === 0 ? 100 : heights[bin - 1]);
    const goesOn = heights[bin + 1] === height;
    return (isLevel ? "" : `V${height}`) + (goesOn ? "" : `H${bin + 1}`);
  });
  return `M0 100${steps.join("")}${(heights.at(-1) ?? 100) === 100 ? "" : "V100"}Z`;
}
