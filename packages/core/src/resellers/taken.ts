import { accounts } from "@tenantry/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { loginHost } from "../tenancy/origin.ts";

interface Names {
  loginDomain?: string;
  externalId?: string;
}

/** Which names of these resellers to be, under one upline, others have already; two statements for all of them. */
export async function takenAmong({ tx, ctx }: Run, inputs: Names[], uplineId: string = ctx.tenant.agencyId) {
  const { agencyId } = ctx.tenant;
  const given = (field: keyof Names) => inputs.flatMap((input) => input[field] ?? []);
  const hosts = given("loginDomain").map((name) => loginHost(ctx.app.config, name));
  const ids = given("externalId");
  const [hostRows, idRows] = await Promise.all([
    tx.execute<{ host: string }>(
      sql`select host from unnest(${sql.param(hosts)}::text[]) host where app.host_taken(host)`,
    ),
    tx
      .select({ externalId: accounts.externalId })
      .from(accounts)
      .where(
        and(
          eq(accounts.agencyId, agencyId),
          eq(accounts.parentId, uplineId),
          inArray(accounts.externalId, ids),
        ),
      ),
  ]);
  const hostsTaken = new Set(hostRows.rows.map(({ host }) => host));
  const idsTaken = new Set(idRows.map(({ externalId }) => externalId));
  return {
    loginDomain: (name: string) => hostsTaken.has(loginHost(ctx.app.config, name)),
    externalId: (id: string) => idsTaken.has(id),
  };
}
