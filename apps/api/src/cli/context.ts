import { randomUUID } from "node:crypto";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";

/** A command line acts as the installation's operator, in its own name. `name` stands in the record. */
export async function commandLineContext(app: App, name: string): Promise<Ctx> {
  const { rows } = await app.pool.query<{ now: Date }>("select now() as now");
  const now = rows[0]!.now;
  return {
    app,
    requestId: `cli_${randomUUID()}`,
    actor: { kind: "job", name },
    now,
    securityNow: now,
    ip: "local",
    userAgent: name,
  };
}
