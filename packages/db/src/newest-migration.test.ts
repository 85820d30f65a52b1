import { expect, it } from "vitest";
import { migrationNames } from "./migrate.ts";
import { newestMigration } from "./newest-migration.ts";

it("names the last migration of the folder", async () => {
  expect(newestMigration).toBe((await migrationNames()).at(-1));
});
