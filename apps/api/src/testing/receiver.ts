import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A request somebody else's server got. */
export interface Received {
  headers: IncomingHttpHeaders & Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>;
  body: string;
}

/** Somebody else's server, on this machine. */
export interface Receiver {
  url: string;
  /** As the setting names it. */
  pair: string;
  got: Received[];
  /** How it answers; 204 until it is told otherwise. */
  answer: (response: ServerResponse, received: Received) => void;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const received = { headers: request.headers, body: Buffer.concat(chunks).toString() } as Received;
      receiver.got.push(received);
      receiver.answer(response, received);
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    pair: `127.0.0.1:${port}`,
    got: [],
    answer: (response) => response.writeHead(204).end(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
