import { carryOutResellerImport } from "@tenantry/core/reseller-imports/carry-out";
import { checkResellerImport } from "@tenantry/core/reseller-imports/check";
import { createResellerImport } from "@tenantry/core/reseller-imports/create";
import { startResellerImport } from "@tenantry/core/reseller-imports/start";
import { type Agency, letters } from "@tenantry/core/testing/agency";
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

/** Files on every leg of their way: columns to choose, checked, finished. */
export async function makeImports({ app }: Served, agency: Agency) {
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
  const { rows } = await app.admin.query("select user_id from sessions where agency_id = $1 and id = $2", [
    agency.id,
    agency.owner.session.split(".")[0],
  ]);
  const by = { agencyId: agency.id, userId: rows[0].user_id as string };
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
