import type { App } from "@tenantry/core/kernel/ctx";
import type { AppError } from "@tenantry/core/kernel/errors";
import { newRequestId } from "@tenantry/core/kernel/ids";
import type { Context } from "hono";
import type { Pages } from "../app.ts";
import { securityHeaders } from "./headers.ts";
import type { Web } from "./open.ts";
import { asAppError, problemResponse } from "./problem.ts";
import type { RateLimit } from "./rate-limit/limit-rate.ts";

/**
 * The one place where an error becomes an answer: problem+json for the API, a page where a tenant is known, plain text
 * where none is. What is unknown is logged whole and told as a request number.
 */
export async function logAndAnswer(
  app: App,
  { pages, rateLimit }: { pages?: Pages; rateLimit: RateLimit },
  thrown: unknown,
  c: Context<Web>,
): Promise<Response> {
  const error = asAppError(thrown);
  const opened = c.get("opened") as Web["Variables"]["opened"] | undefined;
  const requestId = opened?.ctx.requestId ?? newRequestId();
  log(app, error, requestId, c);
  // A host that is nobody's has no brand and no page, not even of an error.
  if (!opened && error.code === "not_found")
    return new Response("Not Found\n", { status: 404, headers: securityHeaders({ secure: false }) });
  if (c.req.path.startsWith("/api/v1/")) {
    // Refusals count as well: guessing keys is asking, too.
    const { headers, refusal } = rateLimit.atError(c);
    return problemResponse(refusal ?? error, requestId, headers);
  }
  if (c.req.path.startsWith("/api/")) return problemResponse(error, requestId);
  if (opened && pages) return pages.problem(c.req.raw, opened, error);
  return new Response(`${error.code}\n`, {
    status: error.status,
    headers: {
      ...securityHeaders({ secure: false }),
      "cache-control": "no-store",
      ...(error.retryAfter ? { "retry-after": String(error.retryAfter) } : {}),
    },
  });
}

/** Links of mails live in paths; a log must not open anything. */
const token = /[\w-]{16,64}\.[\w-]{43}/g;

function log(app: App, error: AppError, requestId: string, c: Context<Web>): void {
  const { tenant, actor } = (c.get("opened") as Web["Variables"]["opened"] | undefined)?.ctx ?? {};
  const facts = {
    requestId,
    host: tenant?.host,
    actor: actor?.kind,
    code: error.code,
    method: c.req.method,
    path: c.req.path.replace(token, "…"),
    err: error.cause,
  };
  if (error.status >= 500) app.log.error(facts, "request failed");
  else app.log.info({ ...facts, err: undefined }, "request refused");
}
