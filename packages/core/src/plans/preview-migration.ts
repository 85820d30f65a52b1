import { query } from "../kernel/verb.ts";
import { prepareMigration } from "./migration.ts";
import { previewed, previewInput } from "./migration-schemas.ts";

/** Whom a migration to a plan's current version would move, with before and after for each. Writes nothing. */
export const previewMigration = query("plan-migration.preview", {
  input: previewInput,
  output: previewed,
  object: ({ id }) => ({ table: "plans", id }),
  run: async (run, input) => {
    const { next, moved, waiting } = await prepareMigration(run, input, false);
    return {
      planId: next.planId,
      version: next.version,
      alreadyWaiting: waiting.map(({ id, name }) => ({ id, name })),
      resellers: moved.map(({ reseller: { id, name }, keepsPrice, change }) => ({
        ...{ id, name, keepsPrice, change },
      })),
    };
  },
});
