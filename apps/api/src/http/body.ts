import type { IncomingMessage } from "node:http";
import { AppError } from "@tenantry/core/kernel/errors";
import type { Context } from "hono";
import type { Web } from "./open.ts";

const deepest = 32;

/**
 * The JSON body of a request, undefined when there is none. Throws `body_too_large` past `limit` bytes without reading
 * on, and `malformed_request` for anything that is not JSON, nests deeper than 32 or holds what is no text.
 */
export async function readJson(c: Context<Web>, limit: number): Promise<unknown> {
  const { incoming } = c.env;
  const declared = Number(incoming.headers["content-length"] ?? 0);
  if (declared > limit) throw new AppError("body_too_large", { params: { maximum: limit } });
  if (declared === 0 && !incoming.headers["transfer-encoding"]) return undefined;
  const text = await readText(incoming, limit);
  if (text === "") return undefined;
  const type = c.req.header("content-type")?.split(";")[0]?.trim();
  if (type !== "application/json") throw new AppError("malformed_request");
  const body = parse(text);
  if (depthOf(body) > deepest || holdsNoText(text, body)) throw new AppError("malformed_request");
  return body;
}

/** Off Node's own stream: one made for the web around it would cost as much as all the rest of a small request. */
export async function readText(incoming: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // What is left unread stays: ending the stream would end the connection before the refusal is told.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) throw new AppError("body_too_large", { params: { maximum: limit } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("malformed_request", { cause: error });
  }
}

/** Half of a surrogate pair, or a NUL, can only come as an escape, and no database keeps it. */
function holdsNoText(text: string, body: unknown): boolean {
  const suspect = /\\u(?:0000|d[89a-f])/i;
  return suspect.test(text) && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(body));
}

function depthOf(value: unknown): number {
  let depth = 0;
  for (let level: unknown[] = [value]; level.length > 0 && depth <= deepest + 1; depth++) {
    level = level.flatMap((entry) => (entry && typeof entry === "object" ? Object.values(entry) : []));
  }
  return depth;
}
