/**
 * A query of DuckDB over the rows of a sweep, line by line: for each cell the mean difference between hedged LP and option twin with its standard error, and the
 * 5 % quantile of the hedged LP's total as the page defines it.
 *
 * @param axes keys of the axes, which are columns
 */
export function exampleQuery(axes: readonly string[]): readonly string[] {
  const difference = '"hedged-lp.total" - "option-twin.total"';
  return [
    "SELECT",
    ...axes.map((key) => `  "${key.replaceAll('"', '""')}",`),
    `  avg(${difference}) AS difference,`,
    `  stddev_samp(${difference}) / sqrt(count(*)) AS standard_error,`,
    '  quantile_disc("hedged-lp.total", 0.05) AS worst_twentieth',
    "FROM 'parts/*.parquet'",
    ...(axes.length === 0 ? [] : ["GROUP BY ALL", "ORDER BY ALL"]),
  ].map((line, index, lines) => (index === lines.length - 1 ? `${line};` : line));
}
