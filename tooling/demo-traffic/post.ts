import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { SentEvent } from "./usage-events.ts";

/** Where events go, and with which key. */
export interface Target {
  /** As people see it, e.g. "http://nova.localhost:3000". */
  origin: string;
  key: string;
}

/** The API's answer to one batch. */
export interface BatchAnswer {
  accepted: number;
  duplicates: number;
  quarantined: { index: number; reason: string }[];
}

const attempts = 8;
const retried = new Set([429, 503]);

/**
 * Sends batches over real HTTP to this machine, under the tenant's host name: Node does not resolve *.localhost by
 * itself. Told again after a lost answer or a "busy", an event counts once, so sending again is always right.
 */
export function poster(target: Target): (events: SentEvent[]) => Promise<BatchAnswer> {
  const { host, port } = new URL(target.origin);
  const agent = new Agent({ keepAlive: true });
  const headers = {
    host,
    authorization: `Bearer ${target.key}`,
    "content-type": "application/json",
  };
  const once = (body: string) =>
    new Promise<{ status: number; text: string; retryAfter: number }>((resolve, reject) => {
      const sent = request(
        { agent, host: "127.0.0.1", port: port || 80, path: "/api/v1/usage/events", method: "POST", headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString("utf8"),
              retryAfter: Number(response.headers["retry-after"] ?? 1),
            }),
          );
        },
      );
      sent.setTimeout(15_000, () => sent.destroy(new Error("no answer within 15 s")));
      sent.on("error", reject);
      sent.end(body);
    });
  return async (events) => {
    const body = JSON.stringify({ events });
    for (let attempt = 1; ; attempt++) {
      const answer = await once(body).catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status === 200) return JSON.parse(answer.text) as BatchAnswer;
      const final = !(answer instanceof Error) && !retried.has(answer.status);
      if (final || attempt === attempts) throw new Error(failure(target.origin, answer));
      await sleep(answer instanceof Error ? 250 * attempt : answer.retryAfter * 1_000);
    }
  };
}

function failure(origin: string, answer: Error | { status: number; text: string }): string {
  if (answer instanceof Error)
    return `Nothing answers for ${origin}: ${answer.message}. Is \`npm start\` running?`;
  if (answer.status === 401) return `${origin} does not know the ingest key of .tenantry/demo.json.`;
  return `${origin} answered ${answer.status}: ${answer.text.slice(0, 300)}`;
}
