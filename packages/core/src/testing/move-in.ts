import { carryOutCustomerImport } from "../customer-imports/carry-out.ts";
import { checkCustomerImport } from "../customer-imports/check.ts";
import { createCustomerImport } from "../customer-imports/create.ts";
import { listCustomerImportRows } from "../customer-imports/list-rows.ts";
import { readCustomerImport } from "../customer-imports/read.ts";
import { startCustomerImport } from "../customer-imports/start.ts";
import type { App, Ctx } from "../kernel/ctx.ts";
import type { TestApp } from "./app.ts";
import { newMarket, newPricedPlan } from "./market.ts";

const head =
  "Company,E-Mail,Partner account,Customer type,Active,Commission rate,Plan name,Quantity,Start date,Next invoice date,Trial ends,Cancel at end";

/** A market whose plans have names, and files of customers that `worker` carries out. */
export async function newMoveIn(app: TestApp, worker: App) {
  const market = await newMarket(app);
  const euros = (amountMinor: number) => [{ currency: "EUR", interval: "month" as const, amountMinor }];
  const both = [...euros(900), { currency: "USD", interval: "year" as const, amountMinor: 9_900 }];
  const planId = await newPricedPlan(await market.as.agency(), euros(1_900), "Team");
  await newPricedPlan(await market.as.agency(), both, "Both");
  await newPricedPlan(await market.as.seller(), euros(500), "Harbour");
  await app.admin.query(
    `insert into legal_entities (agency_id, account_id, distributor_id, reseller_id, name, country, tax_id, tax_bps)
     values ($1, $1, $1, $1, 'Agency Ltd', 'PT', 'PT 1', 2300)`,
    [market.agency.id],
  );
  /** The newest job of the import, as the worker takes it. */
  const carryOut = async (importId: string) => {
    const { rows } = await app.admin.query(
      `select payload->>'agencyId' as "agencyId", payload->>'userId' as "userId", payload->>'accountId' as "accountId"
       from platform.waiting_jobs where name = 'customer-import.carry-out' and payload->>'importId' = $1
       order by id desc limit 1`,
      [importId],
    );
    await carryOutCustomerImport(worker, { importId, ...rows[0] });
  };
  /** Takes a file in and tries its rows. */
  const checked = async (ctx: Ctx, lines: string[]) => {
    const csv = [head, ...lines].join("\r\n");
    const { id } = await createCustomerImport(ctx, { fileName: "customers.csv", csv });
    const { columns } = await readCustomerImport(ctx, { id });
    await checkCustomerImport(ctx, { id, columns, defaults: { country: "Portugal" } });
    await carryOut(id);
    return id;
  };
  const created = async (ctx: Ctx, id: string) => {
    await startCustomerImport(ctx, { id });
    await carryOut(id);
  };
  const problems = async (ctx: Ctx, id: string) =>
    (await listCustomerImportRows(ctx, { id, limit: 100 })).rows.map(
      (row) =>
        `${row.line} ${row.state} ${row.problems.map((one) => `${one.pointer} ${one.code}`).join(", ")}`,
    );
  /** All that was invoiced, by currency and the first day of what it is for. */
  const invoiced = async () =>
    (
      await app.admin.query(
        `select i.currency, l.period_from::text as on, count(*)::int as count, sum(l.net_minor)::int as "netMinor",
           sum(l.tax_minor)::int as "taxMinor", sum(l.net_minor + l.tax_minor)::int as "totalMinor"
         from invoice_lines l join invoices i on i.agency_id = l.agency_id and i.id = l.invoice_id
         where l.agency_id = $1 group by 1, 2 order by 1, 2`,
        [market.agency.id],
      )
    ).rows;
  return { ...market, planId, carryOut, checked, created, problems, invoiced };
}
