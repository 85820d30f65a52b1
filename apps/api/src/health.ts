import type { App } from "@tenantry/core/kernel/ctx";
import { isReady } from "@tenantry/core/open-app";
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
