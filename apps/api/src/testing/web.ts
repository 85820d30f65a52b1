import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { openTestApp, type TestApp } from "@tenantry/core/testing";
import type { Pages } from "../app.ts";
import { listen } from "./listen.ts";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; throws when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asked for
  json: () => any;
}

export interface Ask {
  method?: string;
  session?: string;
  key?: string;
  body?: unknown;
  headers?: OutgoingHttpHeaders;
  /** Asks like a machine without a key, which says nothing of where it comes from. */
  machine?: true;
}

/** The web process over real HTTP, on a database of the suite's own. */
export interface TestWeb {
  app: TestApp;
  port: number;
  /** Asks like a browser on that very page would, or with a key like a program. */
  ask(host: string, path: string, ask?: Ask): Promise<Answer>;
  close(): Promise<void>;
}

export async function openTestWeb(
  options: { max?: number; requestsPerMinute?: number; pages?: (app: TestApp) => Promise<Pages> } = {},
): Promise<TestWeb> {
  const app = await openTestApp(options);
  const pages = await options.pages?.(app);
  const { port, close } = await listen(app, pages);
  return {
    app,
    port,
    ask: (host, path, ask = {}) => send(port, host, path, ask),
    close: async () => {
      await close();
      await app.close();
    },
  };
}

/** One request by node:http, because fetch drops the Host header. */
export function send(
  port: number,
  host: string,
  path: string,
  { method, session, key, body, headers, machine }: Ask,
): Promise<Answer> {
  const payload = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        port,
        host: "127.0.0.1",
        path,
        method: method ?? (payload === undefined ? "GET" : "POST"),
        headers: {
          host: `${host}:3000`,
          ...(key ? { authorization: `Bearer ${key}` } : machine ? {} : { "sec-fetch-site": "same-origin" }),
          ...(session ? { cookie: `__Host-session=${session}` } : {}),
          ...(payload === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text,
            json: () => JSON.parse(text),
          });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(payload);
  });
}

/** The session an answer gives; throws when it gives none. */
export function cookieOf(answer: Answer): string {
  const session = /__Host-session=([^;]+)/.exec(String(answer.headers["set-cookie"]))?.[1];
  if (!session) throw new Error(`No session in ${answer.status} ${answer.text}`);
  return session;
}
