import { newestMigration } from "@tenantry/db";
import type { App } from "@tenantry/core/kernel/ctx";
import { Hono } from "hono";

/** Liveness never touches the database; readiness asks it for its migrations. Both answer on every host. */
export function health(app: App) {
  return new Hono()
    .get("/livez", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      const ready = await isReady(app);
      return c.json({ status: ready ? "ok" : "unavailable" }, ready ? 200 : 503);
    });
}

async function isReady(app: App): Promise<boolean> {
  try {
    const { rows } = await app.pool.query("select app.newest_migration() as name");
    return rows[0]?.name === newestMigration;
  } catch (error) {
    app.log.warn({ err: error }, "not ready");
    return false;
  }
}
