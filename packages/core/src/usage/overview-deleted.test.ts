import { afterAll, beforeAll, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { listResellers } from "../resellers/list.ts";
import {
  type Agency,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { usageByReseller } from "./by-reseller.ts";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { usageOverview } from "./overview.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

it("an agency's cards come to what its list shows when resellers are deleted, of its own and of a distributor", async () => {
  const ctx = await agency.ctx();
  const distributor = await newDistributor(app, agency);
  const resellers = [
    await newReseller(app, agency),
    await newReseller(app, agency),
    await newResellerOf(app, agency, distributor),
    await newResellerOf(app, agency, distributor),
  ];
  const customer = await createCustomer(ctx, { name: "Inn", parentId: resellers[1]!.id });
  const direct = await createCustomer(ctx, { name: "Direct" });
  const use = (accountId: string, quantity: number) => ({
    ...{ source: "t", eventId: crypto.randomUUID(), at: ctx.now.toISOString(), meter: "messages" },
    ...{ accountId, quantity },
  });
  const ids = [...resellers, customer, direct].map(({ id }) => id);
  await ingestUsage(ctx, { events: ids.map((id, place) => use(id, 10 ** place)) });
  await foldUsage(app.pool, agency.id);
  const card = async () => (await usageOverview(ctx, {})).meters.find(({ meter }) => meter === "messages")!;
  const list = async () => {
    const page = await listResellers(ctx, { limit: 100 });
    const { resellers: rows } = await usageByReseller(ctx, { ids: page.resellers.map(({ id }) => id) });
    const sum = (of: "used" | "included") => rows.reduce((total, row) => total + (row[of] ?? 0), 0);
    return { quantity: sum("used"), included: sum("included") };
  };
  for (const [gone, left] of [
    [undefined, 11_111],
    [resellers[1], 1_101],
    [resellers[3], 101],
  ] as const) {
    if (gone) await archiveReseller(ctx, { id: gone.id });
    const shown = await card();
    expect(shown).toMatchObject(await list());
    expect(shown.quantity).toBe(left);
    expect(shown.series.at(-1)?.quantity).toBe(left);
  }
});
