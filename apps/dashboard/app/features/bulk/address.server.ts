import type { startBulkRun } from "@tenantry/core/bulk/start";
import { questionOf, readAddress } from "../resellers/list-address.server.ts";

type Asked = Parameters<typeof startBulkRun>[1];

/** What the dialog's address asks for: the resellers ticked, or all that the list's search and filters find. */
export function askedOf(params: URLSearchParams): Asked {
  const action = params.get("action") === "activate" ? "activate" : "deactivate";
  const { sort: _, ...matching } = questionOf(readAddress(params));
  const ids = params.getAll("ids");
  return { action, resellers: params.has("all") ? { matching } : { ids } };
}

/** The list beneath the dialog. */
export function listBelow(params: URLSearchParams): string {
  const rest = new URLSearchParams([...params].filter(([name]) => !["ids", "all", "action"].includes(name)));
  return rest.size > 0 ? `/resellers?${rest}` : "/resellers";
}
