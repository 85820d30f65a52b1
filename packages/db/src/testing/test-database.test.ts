import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "./index.ts";

async function ask(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("each call makes a database of its own, with the login roles of production", async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  expect(one.name).not.toBe(two.name);
  expect(await ask(one.webUrl, "select current_user as who")).toEqual([{ who: "tn_web" }]);
  expect(await ask(one.workerUrl, "select current_user as who")).toEqual([{ who: "tn_worker" }]);
  await Promise.all([one.drop(), two.drop()]);
});

test("grants on the database are those of the migrated template", async () => {
  const database = await testDatabase();
  const rows = await ask(
    database.adminUrl,
    `select distinct array(select unnest(datacl)::text order by 1) as grants from pg_database
     where datname in ('tenantry_template', current_database())`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].grants).not.toEqual([]);
  await database.drop();
});

test("drop ends sessions that are still open", async () => {
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.adminUrl });
  client.on("error", () => undefined);
  await client.connect();
  await database.drop();
  await expect(client.query("select 1")).rejects.toThrow();
});
