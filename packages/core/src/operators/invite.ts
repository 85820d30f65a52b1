import { inPlatform } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { hashSecret, newSecret } from "../identity/secrets.ts";
import type { App } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
import { operatorHost, originOf } from "../tenancy/origin.ts";

/**
 * Makes an operator, or gives one a new way in, and answers the one-time link to set name and password (24 h). For the
 * command line only: no page and no API call makes operators.
 */
export async function inviteOperator(app: App, email: string): Promise<string> {
  const secret = newSecret();
  const id = await inPlatform(app.pool, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into platform.operators as o (id, email, name, setup_hash, setup_expires_at)
      values (${newId()}, ${email}, '', ${hashSecret(secret)}, now() + interval '24 hours')
      on conflict (email_ci) do update set setup_hash = excluded.setup_hash, setup_expires_at = excluded.setup_expires_at
      returning o.id`);
    return rows[0]!.id;
  });
  return `${originOf(app.config, operatorHost(app.config))}/setup/${id}.${secret}`;
}
