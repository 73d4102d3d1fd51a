const LOOPBACK = String.raw`(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?`;
const loopbackHost = new RegExp(`^${LOOPBACK}$`, "i");
const loopbackOrigin = new RegExp(`^https?://${LOOPBACK}$`, "i");

/** The two headers that tell who is calling. */
export interface CallerHeaders {
  /** What the caller believes it is talking to. */
  readonly host: string | undefined;
  /** The web page on whose behalf a browser calls; programs send none. */
  readonly origin: string | undefined;
}

/**
 * Whether a request may be answered. A browser sends a plain POST or opens a WebSocket for any page that is open in it, without asking; so the
 * page must come from this machine, or be allowed by name. And a page's own name can be made to point to this machine (DNS rebinding); so the
 * name by which the server is called must be that of the loopback.
 *
 * @param allowedOrigins scheme, host and port, such as `https://example.org`, compared letter by letter
 * @returns why not, or undefined where it may
 */
export function checkCaller({ host, origin }: CallerHeaders, allowedOrigins: readonly string[]): string | undefined {
  if (host === undefined || !loopbackHost.test(host)) return "the host must be localhost, 127.0.0.1 or [::1]";
  if (origin !== undefined && !loopbackOrigin.test(origin) && !allowedOrigins.includes(origin))
    return "web pages of this origin are not allowed to call";
  return undefined;
}
