import { AppError, isAppError } from "@tenantry/core/kernel/errors";
import { fieldSentence, t } from "@tenantry/core/words/index";
import { HTTPException } from "hono/http-exception";
import { securityHeaders } from "./headers.ts";

/** An error as a program is told it (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  request_id: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

/** Anything thrown as an error that may be told: unknown ones become `internal` and say nothing but the request. */
export function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return new AppError(error.status === 413 ? "body_too_large" : "malformed_request", { cause: error });
  }
  return new AppError("internal", { cause: error });
}

export function problemOf(error: AppError, requestId: string): Problem {
  return {
    type: `/api/docs/errors#${error.code}`,
    title: error.code.replaceAll("_", " "),
    status: error.status,
    code: error.code,
    detail: t(`errors:${error.code}`, error.params),
    request_id: requestId,
    errors: error.fields?.map((field) => ({
      pointer: field.pointer,
      code: field.code,
      detail: fieldSentence(field),
    })),
  };
}

/** The answer that carries a problem. */
export function problemResponse(
  error: AppError,
  requestId: string,
  more: Record<string, string> = {},
): Response {
  const headers: Record<string, string> = {
    ...securityHeaders({ secure: false }),
    ...more,
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  };
  if (error.retryAfter) headers["retry-after"] = String(error.retryAfter);
  // What RFC 9110 has beside these two statuses: how to say who one is, and what would be taken.
  if (error.status === 401) headers["www-authenticate"] = "Bearer";
  if (error.code === "method_not_allowed") headers.allow = String(error.params?.allowed);
  return new Response(JSON.stringify(problemOf(error, requestId)), { status: error.status, headers });
}
