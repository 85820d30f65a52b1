import type { Stage } from "./types.ts";

/** A page that waits looks again so often by itself: a payment that has not come by then may never do. */
const mostLooks = 20;
const everySeconds = 3;

/**
 * Where paying stands. The payer is back before the gateway has called: until then what its page answered counts, which the way
 * back says.
 */
export function stageOf(
  params: URLSearchParams,
  invoice: { state: string; pending: boolean; coming: readonly unknown[] },
): Stage {
  if (invoice.state !== "open") return "over";
  const answer = params.get("answer");
  if (invoice.pending) return "booking";
  if (invoice.coming.length > 0) return params.has("again") ? "again" : "coming";
  if (answer === "paid") return "said";
  return answer === "declined" ? "declined" : "open";
}

/** The header that makes a browser look again, script or not. */
export function lookAgain(path: string, params: URLSearchParams): Record<string, string> | undefined {
  const looks = Number(params.get("looks") ?? 0);
  if (!Number.isInteger(looks) || looks < 0 || looks >= mostLooks) return undefined;
  return { refresh: `${everySeconds}; url=${path}?answer=paid&looks=${looks + 1}` };
}
