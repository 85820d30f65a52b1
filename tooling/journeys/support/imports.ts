import { carryOutCustomerImport } from "@tenantry/core/customer-imports/carry-out";
import { checkCustomerImport } from "@tenantry/core/customer-imports/check";
import { createCustomerImport } from "@tenantry/core/customer-imports/create";
import { readCustomerImport } from "@tenantry/core/customer-imports/read";
import { startCustomerImport } from "@tenantry/core/customer-imports/start";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { carryOutResellerImport } from "@tenantry/core/reseller-imports/carry-out";
import { checkResellerImport } from "@tenantry/core/reseller-imports/check";
import { createResellerImport } from "@tenantry/core/reseller-imports/create";
import { startResellerImport } from "@tenantry/core/reseller-imports/start";
import { contextFor } from "@tenantry/core/testing";
import { type Agency, letters } from "@tenantry/core/testing/agency";
import { newPricedPlan } from "@tenantry/core/testing/market";
import type { Reseller } from "@tenantry/core/testing/reseller";
import type { Served } from "./serve-app.ts";

const head = "name,email,loginDomain,phone,contactName,contactEmail,contactPhone";

/** A file's row as people fill it in; a phone number that is none makes it wrong. */
export function importLine(name: string, phone = "+31 20 794 0182"): string {
  const domain = `i${letters(12)}`;
  const contact = `Rita,rita@${domain}.example,+31 20 794 0183`;
  return `${name},owner@${domain}.example,${domain},${phone},${contact}`;
}

/** A CSV file of such rows. */
export const importFile = (...lines: string[]) => [head, ...lines].join("\r\n");

/** Files of both kinds on every leg of their way: columns to choose, checked, finished. */
export async function makeImports(served: Served, agency: Agency, seller: Reseller) {
  return {
    ...(await makeResellerImports(served, agency)),
    customers: await makeCustomerImports(served, agency, seller),
  };
}

async function makeResellerImports({ app }: Served, agency: Agency) {
  const csv = () => importFile(importLine("Acme Chat"), importLine("Borealis", "12"));
  const columns = {
    name: 0,
    email: 1,
    loginDomain: 2,
    phone: 3,
    contactName: 4,
    contactEmail: 5,
    contactPhone: 6,
  };
  const defaults = { type: "own_plans", country: "NL", language: "en" };
  const takeIn = async () =>
    createResellerImport(await agency.ctx(), { fileName: "partners.csv", csv: csv() });
  const by = { agencyId: agency.id, userId: await userOf(app, agency.owner.session) };
  const carryOut = (importId: string) => carryOutResellerImport(app, { ...by, importId });
  const check = async () => {
    const { id } = await takeIn();
    await checkResellerImport(await agency.ctx(), { id, columns, defaults });
    await carryOut(id);
    return id;
  };
  const finished = await check();
  await startResellerImport(await agency.ctx(), { id: finished });
  await carryOut(finished);
  return { mapping: (await takeIn()).id, checked: await check(), finished };
}

const customerHead = "name,email,partner,plan,quantity,startsOn,nextInvoiceOn";

/** A CSV file of customers, with the subscriptions they have. */
export const customerFile = (...lines: string[]) => [customerHead, ...lines].join("\r\n");

async function makeCustomerImports({ app }: Served, agency: Agency, seller: Reseller) {
  const ctx = await agency.ctx();
  const price = (currency: string, amountMinor: number) => [
    { currency, interval: "month" as const, amountMinor },
  ];
  await newPricedPlan(ctx, price("EUR", 4_900), "Move-in Team");
  await newPricedPlan(ctx, price("USD", 9_900), "Move-in Scale");
  const takeIn = async (by: Ctx, csv: string) =>
    (await createCustomerImport(by, { fileName: "customers.csv", csv })).id;
  const check = async (by: Ctx, account: { id: string; session: string }, csv: string) => {
    const id = await takeIn(by, csv);
    const { columns } = await readCustomerImport(by, { id });
    await checkCustomerImport(by, { id, columns });
    await carryOut(account, id);
    return id;
  };
  const carryOut = async ({ id, session }: { id: string; session: string }, importId: string) =>
    carryOutCustomerImport(app, {
      agencyId: agency.id,
      accountId: id,
      importId,
      userId: await userOf(app, session),
    });
  const owner = { id: agency.id, session: agency.owner.session };
  const lines = (name: string) => [
    `${name} & Søn,office@moved-in.example,,Move-in Team,5,2025-01-31,`,
    `${name} & Søn,,,Move-in Scale,1,2026-02-03,`,
    `${name} Bakery,,${seller.name},,,,`,
    `${name} Clinic,,,Move-in Team,1,2025-01-31,2030-01-01`,
    `${name} Dental,,,Move-in Team,2,2025-06-12,`,
  ];
  const finished = await check(ctx, owner, customerFile(...lines("Moved")));
  await startCustomerImport(ctx, { id: finished });
  await carryOut(owner, finished);
  const sellers = await contextFor(app, seller.host, seller.owner.session);
  const own = { id: seller.id, session: seller.owner.session };
  return {
    mapping: await takeIn(ctx, customerFile(...lines("Chosen"))),
    checked: await check(ctx, owner, customerFile(...lines("Elm"))),
    finished,
    ofSeller: await check(sellers, own, customerFile("Quay,,,,,,", "Pier,,,Nothing,1,2025-01-31,")),
  };
}

async function userOf(app: Served["app"], session: string): Promise<string> {
  const found = await app.admin.query("select user_id from sessions where id = $1", [session.split(".")[0]]);
  return found.rows[0].user_id;
}
