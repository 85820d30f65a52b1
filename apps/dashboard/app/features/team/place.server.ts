import type { Ask } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { mayGrant } from "@tenantry/core/team/rules";
import type { RouterContextProvider } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import type { TeamPlace } from "./types.ts";

interface Args {
  request: Request;
  context: Readonly<RouterContextProvider>;
  params: { id?: string };
}

/** The same pages serve one's own team (Settings) and, for an agency, a reseller's (below its page). */
export function teamOf({ request, context, params }: Args) {
  const accountId = params.id;
  const { ctx, user, tenant } = accountId
    ? signedIn(context, request, "agency")
    : signedIn(context, request, "agency", "reseller");
  const account = {
    id: accountId ?? user.accountId,
    kind: accountId ? ("reseller" as const) : user.accountKind,
  };
  return {
    ctx,
    user,
    tenant,
    accountId,
    account,
    base: accountId ? `/resellers/${accountId}/team` : "/settings/team",
    mayGrant: (role: Parameters<typeof mayGrant>[2]) => mayGrant(user, account, role),
  };
}

/** The place as the pages show it; asks for the reseller's name in the transaction that is open. */
export async function placeOf(
  ask: Ask,
  { base, accountId }: { base: string; accountId?: string },
): Promise<TeamPlace> {
  if (!accountId) return { base };
  const { id, name } = await ask(readReseller, { id: accountId });
  return { base, reseller: { id, name } };
}
