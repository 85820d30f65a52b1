import { readCustomer } from "@tenantry/core/customers/read";
import type { Ask } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { mayGrant } from "@tenantry/core/team/rules";
import type { RouterContextProvider } from "react-router";
import { aboveCustomers, signedIn } from "../../request/gate.server.ts";
import type { TeamPlace } from "./types.ts";

interface Args {
  request: Request;
  context: Readonly<RouterContextProvider>;
  params: { id?: string };
}

/**
 * The same pages serve one's own team (Settings), for an agency a reseller's (below its page), and a customer's users for
 * whoever sells to it.
 */
export function teamOf({ request, context, params }: Args) {
  const accountId = params.id;
  const ofCustomer = accountId !== undefined && new URL(request.url).pathname.startsWith("/customers/");
  const { ctx, user, tenant } = ofCustomer
    ? aboveCustomers(context, request)
    : accountId
      ? signedIn(context, request, "agency")
      : signedIn(context, request, "agency", "reseller");
  const account = {
    id: accountId ?? user.accountId,
    kind: ofCustomer ? ("customer" as const) : accountId ? ("reseller" as const) : user.accountKind,
  };
  return {
    ctx,
    user,
    tenant,
    accountId,
    account,
    base: ofCustomer
      ? `/customers/${accountId}/users`
      : accountId
        ? `/resellers/${accountId}/team`
        : "/settings/team",
    mayGrant: (role: Parameters<typeof mayGrant>[2]) => mayGrant(user, account, role),
  };
}

/** The place as the pages show it; asks for the account's name in the transaction that is open. */
export async function placeOf(
  ask: Ask,
  {
    base,
    account,
    accountId,
    tenant,
  }: Pick<ReturnType<typeof teamOf>, "base" | "account" | "accountId" | "tenant">,
): Promise<TeamPlace> {
  if (!accountId) return { base };
  if (account.kind === "customer") {
    const { id, name } = await ask(readCustomer, { id: accountId });
    return { base, customer: { id, name }, ofAgency: tenant.kind === "agency" };
  }
  const { id, name } = await ask(readReseller, { id: accountId });
  return { base, reseller: { id, name } };
}
