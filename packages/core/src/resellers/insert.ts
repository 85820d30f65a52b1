import { accounts, brands, hostnames, memberships, resellers, users } from "@tenantry/db/schema";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { fieldError } from "../kernel/errors.ts";
import { newCode } from "../kernel/ids.ts";
import type { Run } from "../kernel/verb.ts";
import { countActive } from "./count.ts";
import type { createInput } from "./schemas.ts";

type NewReseller = Omit<z.output<typeof createInput>, "website"> & {
  website: string | null;
  host: string;
};

/**
 * Writes a reseller's rows and answers its code. The statements leave together (the connection pipelines them), so
 * the whole costs one round trip. Throws a field error when the login domain or the external id is taken.
 */
export async function insertReseller(
  { tx, ctx }: Run,
  { resellerId, userId }: { resellerId: string; userId: string },
  input: NewReseller,
): Promise<string> {
  const { agencyId } = ctx.tenant;
  const code = newCode("reseller");
  const scope = { agencyId, distributorId: agencyId, resellerId };
  const { name, email, country, language, externalId } = input;
  // Joined On is business time: it moves with a test agency's clock.
  const account = {
    ...scope,
    createdAt: ctx.now,
    id: resellerId,
    kind: "reseller" as const,
    parentId: agencyId,
    customerId: agencyId,
  };
  const [, hosts] = await Promise.all([
    tx.insert(accounts).values({ ...account, code, name, email, country, language, externalId }),
    tx
      .insert(hostnames)
      .values({ ...scope, host: input.host, accountId: resellerId, kind: "login" })
      .onConflictDoNothing()
      .returning({ host: hostnames.host }),
    tx.insert(resellers).values({
      ...scope,
      id: resellerId,
      type: input.type,
      phone: input.phone,
      website: input.website,
      contactName: input.contactName,
      contactEmail: input.contactEmail,
      contactPhone: input.contactPhone,
      planId:
        input.planId ?? (sql`(select id from plans where agency_id = ${agencyId} and is_default)` as never),
    }),
    tx.insert(brands).values({ ...scope, accountId: resellerId }),
    tx
      .insert(users)
      .values({ ...scope, id: userId, realmId: resellerId, email, name: input.contactName, language }),
    tx
      .insert(memberships)
      .values({ ...scope, userId, accountId: resellerId, customerId: agencyId, role: "owner" }),
    countActive(tx, agencyId, 1),
  ]);
  if (hosts.length === 0) throw fieldError("/loginDomain", "login_domain_taken");
  return code;
}
