import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { AppError } from "@tenantry/core/kernel/errors";
import { keyedHash } from "@tenantry/core/kernel/sealed";
import type { Context } from "hono";
import type { Operation } from "../routes/operation.ts";
import type { Web } from "./open.ts";

/**
 * The context for an operation that changes something: with its `Idempotency-Key`, if it brought one, so that the verb
 * is done once under it. Throws `malformed_request` for a key that is none.
 */
export function repeatableCtx(c: Context<Web>, operation: Operation, ctx: Ctx, input: unknown): Ctx {
  const header = c.req.header("idempotency-key");
  if (header === undefined || operation.verb.kind === "query" || operation.method === "delete") return ctx;
  const key = readKey(header);
  if (key === undefined) throw new AppError("malformed_request");
  const fingerprint = fingerprintOf(ctx.app, input);
  const replayed = () => c.header("idempotency-replayed", "true");
  return { ...ctx, repeatable: { key, operation: operation.id, fingerprint, replayed } };
}

/** A string of RFC 9651, as draft -07 says, or bare as most clients send it. 255 characters at most. */
function readKey(header: string): string | undefined {
  const quoted = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255})"$/.exec(header)?.[1];
  if (quoted !== undefined) return quoted.replace(/\\(.)/g, "$1");
  // No comma: that is how two headers arrive.
  return /^[\x21\x23-\x2b\x2d-\x7e]{1,255}$/.test(header) ? header : undefined;
}

/** Two bodies that say the same are the same, in whatever order they name their fields. */
function fingerprintOf({ config }: App, input: unknown): Buffer {
  const sorted = JSON.stringify(input, (_name, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return keyedHash(config.secret, "idempotency fingerprint", sorted ?? "");
}
