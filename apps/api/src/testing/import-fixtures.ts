import { exampleIds } from "../routes/examples.ts";
import type { Principal, World } from "./world.ts";

/** A file of one reseller, taken in by the agency's owner. */
async function newResellerImportId(world: World): Promise<string> {
  const { host, session } = world.who("AO");
  const body = { fileName: "partners.csv", csv: "name,email\nAcme,owner@acme.example" };
  return (await world.web.ask(host, "/api/v1/reseller-imports", { session, body })).json().id;
}

/** The same once its row was tried and found ready. */
async function newCheckedImportId(world: World): Promise<string> {
  return foundReady(world, "reseller", await newResellerImportId(world));
}

/** A file of one customer, taken in by the owner of the account that asks. */
async function newCustomerImportId(world: World, { account }: Principal): Promise<string> {
  const { host, session } = world.who(account.side === "agency" ? "AO" : "RO");
  const body = { fileName: "customers.csv", csv: "name,email\nAcme,it@acme.example" };
  return (await world.web.ask(host, "/api/v1/customer-imports", { session, body })).json().id;
}

/** The same once its row was tried and found ready. */
async function newCheckedCustomerImportId(world: World, principal: Principal): Promise<string> {
  return foundReady(world, "customer", await newCustomerImportId(world, principal));
}

async function foundReady(world: World, kind: "customer" | "reseller", id: string): Promise<string> {
  const { admin } = world.web.app;
  await admin.query(`update ${kind}_imports set state = 'checked', columns = '{}' where id = $1`, [id]);
  await admin.query(`update ${kind}_import_rows set state = 'ready' where import_id = $1`, [id]);
  return id;
}

export const importPlaceholders = {
  [exampleIds.resellerImport]: "resellerImport",
  [exampleIds.checkedImport]: "checkedImport",
  [exampleIds.customerImport]: "customerImport",
  [exampleIds.checkedCustomerImport]: "checkedCustomerImport",
} as const;

export const importFixtures = {
  resellerImport: newResellerImportId,
  checkedImport: newCheckedImportId,
  customerImport: newCustomerImportId,
  checkedCustomerImport: newCheckedCustomerImportId,
};
