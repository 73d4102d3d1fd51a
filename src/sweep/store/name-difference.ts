/** The first place at which two values of JSON differ, as `settings.pool.value is 1 there and 2 here`; null where they are alike. */
export function nameDifference(there: unknown, here: unknown, path = ""): string | null {
  if (isObject(there) && isObject(here)) {
    for (const key of new Set([...Object.keys(here), ...Object.keys(there)])) {
      const found = nameDifference(there[key], here[key], path === "" ? key : `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  }
  const [left, right] = [text(there), text(here)];
  return left === right ? null : `${path} is ${left} there and ${right} here`;
}

/** Arrays are compared and shown as a whole. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}
