import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { isIP, connect as netConnect, type Socket } from "node:net";
import { connect as tlsConnect } from "node:tls";
import { isPublicAddress } from "./public-address.ts";
import { askMachine, askNameServers, type Resolve } from "./resolve.ts";
import { readTarget, type Target } from "./target.ts";

/** Why a request came to nothing. There are no others. */
export const egressFailures = [
  /** The address is not one we call: no https, another port, a password in it. */
  "url_refused",
  /** It leads to a machine that is not on the public internet. */
  "address_refused",
  "name_unknown",
  "timeout",
  "unreachable",
  "tls_failed",
  "answer_malformed",
  "answer_too_large",
] as const;
export type EgressFailure = (typeof egressFailures)[number];

export type EgressResult = { status: number; body: string } | { failure: EgressFailure };

export interface EgressRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Posts to an address somebody else has written; never throws. */
export type Egress = (request: EgressRequest) => Promise<EgressResult>;

/** Where a connection goes: an address, never a name. */
export interface Dial {
  address: string;
  port: number;
  secure: boolean;
  /** The name the certificate has to be for; empty where the address itself was asked for. */
  servername: string;
}

interface Options {
  /** host:port pairs that are exempt from https and from public addresses. */
  allowed: readonly string[];
  resolve?: Resolve;
  dial?: (to: Dial) => Socket;
  limits?: { connectMs: number; totalMs: number; bodyBytes: number };
}

const usualLimits = { connectMs: 5_000, totalMs: 10_000, bodyBytes: 256 * 1024 };

/**
 * The one way out to addresses that people have written (T29). A name is looked up once; if any of its addresses is not
 * public nothing is sent, and the connection goes to an address that was looked at, so that no second look-up can say
 * otherwise. Redirects are answers like others. What is read is bounded in time and size and never unpacked.
 */
export function openEgress({
  allowed,
  resolve = askNameServers,
  dial = connectTo,
  limits = usualLimits,
}: Options): Egress {
  return async (request) => {
    const target = readTarget(request.url, allowed);
    if (target === "url") return { failure: "url_refused" };
    if (target === "address") return { failure: "address_refused" };
    const total = AbortSignal.timeout(limits.totalMs);
    const reach = AbortSignal.any([total, AbortSignal.timeout(limits.connectMs)]);
    const address = await addressOf(target, target.allowed ? askMachine : resolve, reach);
    if (typeof address !== "string") return address;
    const { host, port, secure } = target;
    const socket = dial({ address, port, secure, servername: isIP(host) ? "" : host });
    try {
      const failure = await connected(socket, secure, reach);
      return failure ? { failure } : await exchange(socket, target.url, request, total, limits.bodyBytes);
    } finally {
      socket.destroy();
    }
  };
}

async function addressOf(
  { host, allowed }: Target,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<string | { failure: EgressFailure }> {
  if (isIP(host)) return host;
  const found = await Promise.race([
    resolve(host, signal).catch(() => []),
    new Promise<"late">((late) => signal.addEventListener("abort", () => late("late"), { once: true })),
  ]);
  if (found === "late") return { failure: "timeout" };
  const [first] = found;
  if (first === undefined) return { failure: "name_unknown" };
  return allowed || found.every(isPublicAddress) ? first : { failure: "address_refused" };
}

function connectTo({ address, port, secure, servername }: Dial): Socket {
  return secure
    ? tlsConnect({ host: address, port, servername, ALPNProtocols: ["http/1.1"] })
    : netConnect({ host: address, port });
}

/** Why there is no connection; undefined once there is one. */
function connected(socket: Socket, secure: boolean, signal: AbortSignal): Promise<EgressFailure | undefined> {
  return new Promise((resolve) => {
    socket.once(secure ? "secureConnect" : "connect", () => resolve(undefined));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.syscall || !secure ? "unreachable" : "tls_failed"),
    );
    socket.once("close", () => resolve("unreachable"));
    signal.addEventListener("abort", () => resolve("timeout"), { once: true });
  });
}

function exchange(
  socket: Socket,
  { host, pathname, search }: URL,
  { headers, body }: EgressRequest,
  signal: AbortSignal,
  most: number,
): Promise<EgressResult> {
  return new Promise((resolve) => {
    const sending = httpRequest({
      createConnection: () => socket,
      method: "POST",
      path: `${pathname}${search}`,
      // Nothing is asked for packed, and nothing is unpacked.
      headers: { ...headers, host, "content-length": Buffer.byteLength(body), "accept-encoding": "identity" },
    });
    signal.addEventListener("abort", () => resolve({ failure: "timeout" }), { once: true });
    answered(sending, resolve, most);
    sending.end(body);
  });
}

function answered(sending: ClientRequest, resolve: (result: EgressResult) => void, most: number): void {
  sending.on("error", (error: NodeJS.ErrnoException) =>
    resolve({ failure: error.code?.startsWith("HPE_") ? "answer_malformed" : "unreachable" }),
  );
  sending.on("response", (answer: IncomingMessage) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    answer.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) resolve({ failure: "answer_too_large" });
      else chunks.push(chunk);
    });
    answer.on("error", () => resolve({ failure: "unreachable" }));
    answer.on("end", () =>
      resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}
