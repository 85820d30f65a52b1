import {
  accounts,
  brands,
  delegations,
  distributors,
  hostnames,
  memberships,
  users,
} from "@tenantry/db/schema";
import type { z } from "zod";
import { columnsOf } from "../delegations/row.ts";
import type { Run } from "../kernel/verb.ts";
import { storedContact } from "../resellers/check-new.ts";
import type { createInput } from "./schemas.ts";

interface Ids {
  id: string;
  userId: string;
  code: string;
  host: string;
}

/** Writes a distributor's rows. A login domain or external id that is taken fails it. */
export async function insertDistributor(
  { tx, ctx }: Run,
  { id, userId, code, host }: Ids,
  input: z.output<typeof createInput>,
): Promise<void> {
  const { agencyId } = ctx.tenant;
  const scope = { agencyId, distributorId: id, resellerId: agencyId };
  const { name, email, country, language, contactName, contactEmail } = input;
  await tx.insert(accounts).values({
    ...scope,
    ...{
      id,
      kind: "distributor",
      parentId: agencyId,
      customerId: agencyId,
      code,
      name,
      email,
      country,
      language,
    },
    externalId: input.externalId ?? null,
    // Joined On is business time: it moves with a test agency's clock.
    createdAt: ctx.now,
  });
  const { website = null, ...phones } = storedContact(input);
  await tx
    .insert(distributors)
    .values({ agencyId, id, distributorId: id, contactName, contactEmail, website, ...phones });
  await tx.insert(hostnames).values({ ...scope, host, accountId: id, kind: "login" });
  await tx.insert(brands).values({ ...scope, accountId: id });
  await tx.insert(users).values({ ...scope, id: userId, realmId: id, email, name: contactName, language });
  await tx
    .insert(memberships)
    .values({ ...scope, userId, accountId: id, customerId: agencyId, role: "owner" });
  await tx.insert(delegations).values({ agencyId, distributorId: id, ...columnsOf(input.delegation) });
}
