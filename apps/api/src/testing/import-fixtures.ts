import type { World } from "./world.ts";

/** A file of one reseller, taken in by the agency's owner. */
export async function newResellerImportId(world: World): Promise<string> {
  const { host, session } = world.who("AO");
  const body = { fileName: "partners.csv", csv: "name,email\nAcme,owner@acme.example" };
  return (await world.web.ask(host, "/api/v1/reseller-imports", { session, body })).json().id;
}

/** The same once its row was tried and found ready. */
export async function newCheckedImportId(world: World): Promise<string> {
  const id = await newResellerImportId(world);
  const { admin } = world.web.app;
  await admin.query("update reseller_imports set state = 'checked', columns = '{}' where id = $1", [id]);
  await admin.query("update reseller_import_rows set state = 'ready' where import_id = $1", [id]);
  return id;
}
