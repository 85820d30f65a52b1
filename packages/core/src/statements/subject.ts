import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/** Whose statement it is: an agency says of which reseller, a reseller's is its own. Throws `not_found` for any other. */
export async function statementSubject({ tx, ctx }: Run, resellerId?: string) {
  const { kind, account } = ctx.scope;
  const id = kind === "reseller" ? (resellerId ?? account) : kind === "agency" ? resellerId : undefined;
  if (!id) throw new AppError("not_found");
  const [reseller] = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(
      and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, id), eq(accounts.kind, "reseller")),
    );
  if (!reseller || (kind === "reseller" && id !== account)) throw new AppError("not_found");
  return reseller;
}
