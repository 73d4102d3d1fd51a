import type { WebSocket } from "ws";

/** Close code of RFC 6455's registry: try again later. */
const TRY_AGAIN_LATER = 1013;
/** How long a client has to answer the end of its connection. */
const GRACE_MILLISECONDS = 2_000;
/** Kept free for a frame's head, at most 10 bytes, and for the frame that ends the connection, at most 127 (RFC 6455, sections 5.2 and 5.5). */
const RESERVED_BYTES = 137;

/** The way out to one WebSocket. A client that does not read is cut off before what waits for it passes the limit: events are not dropped silently. */
export class SocketSender {
  readonly #socket: WebSocket;
  readonly #unreadBytes: number;
  readonly #endings: (() => void)[] = [];
  #ended = false;
  #answeredPing = true;

  constructor(socket: WebSocket, unreadBytes: number) {
    this.#socket = socket;
    this.#unreadBytes = unreadBytes;
    socket.on("error", () => socket.terminate());
    socket.on("close", () => this.#finish());
    socket.on("pong", () => {
      this.#answeredPing = true;
    });
    socket.on("ping", (data) => {
      if (this.#hasRoom(data.length)) socket.pong(data);
    });
  }

  /** Calls back once, when no more can be sent. */
  onEnd(ending: () => void): void {
    this.#endings.push(ending);
  }

  /** Settles, without error, once the text has left or the connection has ended. */
  async send(text: string | undefined): Promise<void> {
    if (text === undefined || !this.#hasRoom(Buffer.byteLength(text))) return;
    await new Promise<void>((resolve) => {
      this.#socket.send(text, () => resolve());
    });
  }

  /** Asks whether the client is still there, and ends the connection if it has not answered the last time. */
  ping(): void {
    if (!this.#answeredPing) return this.#socket.terminate();
    this.#answeredPing = false;
    if (this.#hasRoom(0)) this.#socket.ping();
  }

  /** Ends the connection in good order; after a grace time without. */
  end(code: number, reason: string): void {
    if (this.#ended) return;
    this.#finish();
    const cut = setTimeout(() => this.#socket.terminate(), GRACE_MILLISECONDS);
    this.#socket.once("close", () => clearTimeout(cut));
    this.#socket.close(code, reason);
  }

  /** Whether so many bytes more may wait; ends the connection where they may not. */
  #hasRoom(bytes: number): boolean {
    if (this.#ended) return false;
    if (this.#socket.bufferedAmount + bytes + RESERVED_BYTES <= this.#unreadBytes) return true;
    this.end(TRY_AGAIN_LATER, `more than ${this.#unreadBytes} bytes were not read`);
    return false;
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const ending of this.#endings) ending();
  }
}
