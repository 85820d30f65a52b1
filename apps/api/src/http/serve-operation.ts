import { AppError } from "@tenantry/core/kernel/errors";
import type { Context } from "hono";
import type { Operation } from "../routes/operation.ts";
import { readJson } from "./body.ts";
import type { Web } from "./open.ts";
import { repeatableCtx } from "./repeatable.ts";

/** Answers one operation: gathers its input, calls its verb, writes what it gave. */
export function serveOperation(operation: Operation) {
  return async (c: Context<Web>): Promise<Response> => {
    const { ctx, refusal } = c.get("opened");
    // The installation's operations exist on its own host only, and a tenant's on tenants' hosts.
    if ((operation.hosts === "operator") !== (ctx.tenant === undefined)) throw new AppError("not_found");
    if (refusal && operation.verb.verb !== "session.delete") throw refusal;
    const params = c.req.param() as Record<string, string>;
    const input = await inputOf(c, operation, params);
    const output = await operation.verb(repeatableCtx(c, operation, ctx, input), input);
    if (operation.respond) return operation.respond(c, output as never);
    if (operation.status === 204) return c.body(null, 204);
    return c.json(output as object, operation.status ?? 200);
  };
}

async function inputOf(
  c: Context<Web>,
  operation: Operation,
  params: Record<string, string>,
): Promise<unknown> {
  if (operation.method === "get" || operation.method === "delete") return { ...queryOf(c), ...params };
  const body = await readJson(c, operation.bodyLimit ?? 256 * 1024);
  if (body === undefined) return params;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new AppError("malformed_request");
  for (const name of Object.keys(params)) {
    // What the address says cannot be said otherwise in the body.
    if (name in body) throw new AppError("malformed_request");
  }
  return { ...body, ...params };
}

/** A parameter given twice would let two readers see two values. */
function queryOf(c: Context<Web>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, given] of Object.entries(c.req.queries())) {
    if (given.length > 1) throw new AppError("malformed_request");
    values[name] = given[0]!;
  }
  return values;
}
