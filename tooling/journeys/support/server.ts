import { openTestApp } from "@tenantry/core/testing";
import { type Served, serveApp } from "./serve-app.ts";

export type { Served };

/** The product on a database of the suite's own. */
export async function openServed(): Promise<Served> {
  return serveApp(await openTestApp());
}
