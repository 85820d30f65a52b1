import { connect } from "node:net";

/** Sends these bytes as they are and answers what comes back, until the other side closes. */
export function raw(port: number, text: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.setTimeout(5_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => {
      const answer = Buffer.concat(chunks).toString("utf8");
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), text: answer });
    });
    socket.write(text, "latin1");
  });
}

/** A request's bytes from its first line and headers; the connection ends with it. */
export const request = (first: string, headers: string[], body = "") =>
  [
    first,
    ...headers,
    "connection: close",
    ...(body ? [`content-length: ${body.length}`] : []),
    "",
    body,
  ].join("\r\n");
