/** Row of the largest number, the first of several; null where none is above `least`. */
export function placeOf(values: readonly number[], least: number): number | null {
  let place: number | null = null;
  let most = least;
  values.forEach((value, i) => {
    if (value > most) [place, most] = [i, value];
  });
  return place;
}
