/** How much a server bears. Bytes and counts are most, times are after which a connection is ended. */
export interface ServerLimits {
  /** Connections at once, HTTP and WebSocket together. */
  readonly connections: number;
  /** Bytes of one message: an HTTP body, or a WebSocket message. */
  readonly bodyBytes: number;
  /** Requests in one batch. */
  readonly batch: number;
  /** Requests of one connection that wait for their answer. */
  readonly waitingRequests: number;
  /** Bytes of one connection's messages that wait for their answer. */
  readonly waitingBytes: number;
  /** The same, of all connections together. */
  readonly totalWaitingBytes: number;
  /** Characters of the answer to one message, but for the errors that stand for what does not fit; well below `unreadBytes`. */
  readonly replyLength: number;
  /** Bytes sent to a WebSocket that its client has not read; at the limit the client is cut off. */
  readonly unreadBytes: number;
  /** Subscriptions of one connection. */
  readonly subscriptions: number;
  /** Subscriptions of all connections together. */
  readonly totalSubscriptions: number;
  /** For a request's headers to arrive; no more than for the whole request. */
  readonly headersMilliseconds: number;
  /** For a whole request to arrive. */
  readonly requestMilliseconds: number;
  /** For an HTTP connection on which nothing moves. */
  readonly idleMilliseconds: number;
  /** Between two pings over a WebSocket; one that has not answered by the next is ended. */
  readonly pingMilliseconds: number;
}

const MEBIBYTE = 1_048_576;

/** Bounds what all visitors together can make the server hold: 2 GiB unread, if every connection is a WebSocket that nobody reads. */
export const defaultLimits: ServerLimits = {
  connections: 256,
  bodyBytes: MEBIBYTE,
  batch: 100,
  waitingRequests: 1_000,
  waitingBytes: 4 * MEBIBYTE,
  totalWaitingBytes: 32 * MEBIBYTE,
  replyLength: 4 * MEBIBYTE,
  unreadBytes: 8 * MEBIBYTE,
  subscriptions: 1_000,
  totalSubscriptions: 4_000,
  headersMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  idleMilliseconds: 60_000,
  pingMilliseconds: 30_000,
};
