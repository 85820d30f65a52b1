import { type DataStrategyResult, data, isRouteErrorResponse, type MiddlewareFunction } from "react-router";

/** Why a post was not carried out, or not known to be, although nothing is wrong with what was typed. */
export type Unsent = "offline" | "unreachable" | "signedOut";

/** Nobody answered: the page itself is told so, because an error of unknown origin blames the server. */
export class Unreachable extends Error {}

/**
 * Keeps the page, and what was typed on it, when a post meets no server or no session. The form or switch that posted
 * finds `{ unsent }` as its answer; a status from 400 on keeps the router from reading the page anew, which would fail
 * the same way.
 */
export const stayOnPage: MiddlewareFunction<Record<string, DataStrategyResult>> = async (
  { request },
  next,
) => {
  const results = await next();
  const told = Object.entries(results).map(([route, outcome]): [string, DataStrategyResult] => {
    const why = outcome.type === "error" ? whyUnsent(outcome.result) : undefined;
    if (!why) return [route, outcome];
    if (request.method !== "GET")
      return [
        route,
        { type: "data", result: data({ unsent: why }, { status: why === "signedOut" ? 401 : 503 }) },
      ];
    return why === "signedOut" ? [route, outcome] : [route, { type: "error", result: new Unreachable() }];
  });
  return Object.fromEntries(told);
};

/** What an action answered in the place of its own data, if it was not carried out. */
export function unsentOf(answer: unknown): Unsent | undefined {
  return (answer as { unsent?: Unsent } | undefined)?.unsent;
}

/** Pages read and post by fetch() alone, which says with a TypeError that no answer came. */
function whyUnsent(result: unknown): Unsent | undefined {
  // The router wraps what a post failed with, to give it a status.
  const wrapped = (result as { data?: unknown } | undefined)?.data;
  const error = wrapped instanceof Error ? wrapped : result;
  if (error instanceof TypeError) return navigator.onLine ? "unreachable" : "offline";
  const noSession = isRouteErrorResponse(error) && error.data?.code === "unauthenticated";
  return noSession ? "signedOut" : undefined;
}
