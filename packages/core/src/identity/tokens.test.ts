import { inTenant, type Scope } from "@tenantry/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { useToken } from "./tokens.ts";

let app: TestApp;
let scope: Scope;
let tokenId: string;
beforeAll(async () => {
  app = await openTestApp();
  const agency = await newAgency(app);
  scope = { agency: agency.id, kind: "agency", account: agency.id };
  const { rows } = await app.admin.query("select id from tokens where agency_id = $1", [agency.id]);
  tokenId = rows[0].id;
  await app.admin.query("update tokens set used_at = null where id = $1", [tokenId]);
});
afterAll(() => app.close());

it("of two transactions that both found the link open, the one that uses it first gets through", async () => {
  let late: Promise<unknown> | undefined;
  await inTenant(app.pool, scope, async (tx) => {
    await useToken(tx, scope.agency, tokenId);
    late = inTenant(app.pool, scope, (other) => useToken(other, scope.agency, tokenId)).catch(
      (error: unknown) => error,
    );
    await waitsForALock();
  });
  expect(await late).toMatchObject({ code: "token_invalid" });
});

/** Until the second transaction stands before the row that the first one holds. */
async function waitsForALock(): Promise<void> {
  for (;;) {
    const { rows } = await app.admin.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
  }
}
