import type { Ctx } from "@tenantry/core/kernel/ctx";
import { isAppError } from "@tenantry/core/kernel/errors";
import type { RouterContextProvider } from "react-router";
import { onTenant } from "./gate.server.ts";
import { asResponse } from "./verbs.server.ts";

/**
 * A request as that of anybody who comes to this host, for pages whose address is the right to them: whoever is signed
 * in sees what its owner sees, and acts for the host's account.
 */
export function asVisitor(context: Readonly<RouterContextProvider>) {
  const { ctx, tenant, face } = onTenant(context);
  const { agencyId: agency, kind, accountId: account } = tenant;
  const anonymous: Ctx = { ...ctx, actor: { kind: "anonymous" }, scope: { agency, kind, account } };
  return { ctx: anonymous, face };
}

/** What a secret address opens; undefined for one that opens nothing, whatever the reason: who asks is told no more. */
export async function opened<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const isDead = isAppError(error) && ["token_invalid", "invalid_input"].includes(error.code);
    if (!isDead) throw asResponse(error);
    return undefined;
  }
}
