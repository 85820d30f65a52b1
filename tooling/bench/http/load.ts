import { connect } from "node:net";

export interface Call {
  /** The request's bytes, ready to send; asked anew for each request, so that a create can differ. */
  bytes: () => string;
  /** The status an answer must have for the run to count. */
  status: number;
}

export interface LoadResult {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
}

/**
 * Keeps `connections` sockets busy for `seconds`, one request at a time on each. Written on bare sockets, because a
 * full HTTP client would cost as much as the server and hide what is measured. Throws at the first wrong status.
 */
export async function load(
  port: number,
  call: Call,
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const until = performance.now() + seconds * 1_000;
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, () => worker(port, call, until, times)));
  const elapsed = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / elapsed, p50: times[Math.floor(times.length / 2)] ?? Number.NaN };
}

function worker(port: number, call: Call, until: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sentAt = 0;
    let received = "";
    const next = () => {
      if (performance.now() >= until) return socket.end(() => resolve());
      sentAt = performance.now();
      socket.write(call.bytes());
    };
    socket.setEncoding("latin1");
    socket.on("connect", next);
    socket.on("error", reject);
    socket.on("data", (chunk: string) => {
      received += chunk;
      const end = endOfAnswer(received);
      if (end === undefined) return;
      if (!received.startsWith(`HTTP/1.1 ${call.status}`)) {
        socket.destroy();
        return reject(new Error(`Unexpected answer: ${received.slice(0, 600)}`));
      }
      times.push(performance.now() - sentAt);
      received = "";
      next();
    });
  });
}

/** Where the answer ends, or undefined while it is still coming. Takes a length and chunks alike. */
function endOfAnswer(text: string): number | undefined {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = /^content-length: (\d+)/im.exec(text.slice(0, head))?.[1];
  if (length !== undefined) return text.length >= head + 4 + Number(length) ? text.length : undefined;
  return text.endsWith("0\r\n\r\n") ? text.length : undefined;
}

/** The bytes of a request. */
export function request(method: string, path: string, headers: Record<string, string>, body = ""): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body
    ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
    : "";
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}${length}\r\n${body}`;
}
