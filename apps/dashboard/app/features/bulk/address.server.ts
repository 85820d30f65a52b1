import type { startBulkRun } from "@tenantry/core/bulk/start";
import { questionOf, readBulkAddress } from "../resellers/list-address.server.ts";

type Asked = Parameters<typeof startBulkRun>[1];

/** What the dialog's address asks for: the resellers ticked, or all that the list's search and filters find. */
export function askedOf(params: URLSearchParams): Asked {
  const named = params.get("action");
  const action = named === "activate" || named === "change_plan" ? named : "deactivate";
  const { sort: _, ...matching } = questionOf(readBulkAddress(params));
  const ids = params.getAll("ids");
  const change = action === "change_plan" ? planChangeIn(params) : {};
  return { action, ...change, resellers: params.has("all") ? { matching } : { ids } };
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which plan, from when, at which price. The dialog's own names, which are none of the list's. */
export function planChangeIn(params: URLSearchParams) {
  const plan = params.get("toPlan") ?? "";
  return {
    planId: guid.test(plan) ? plan : undefined,
    effective: params.get("effective") === "now" ? ("now" as const) : ("next_period" as const),
    keepPrice: params.get("keepPrice") === "on",
  };
}

const own = ["ids", "all", "action", "toPlan", "effective", "keepPrice"];

/** The list beneath the dialog. */
export function listBelow(params: URLSearchParams): string {
  const rest = new URLSearchParams([...params].filter(([name]) => !own.includes(name)));
  return rest.size > 0 ? `/resellers?${rest}` : "/resellers";
}
