import { openCursor, signCursor } from "../kernel/cursor.ts";
import { query } from "../kernel/verb.ts";
import { exportInput, exportPage } from "./erasure-schemas.ts";
import { exportSql } from "./export-sql.ts";
import { readDeleted } from "./preview-erasure.ts";

/** A page of one part of a deleted reseller's data, to be kept before it is erased. Holds no secrets. */
export const exportReseller = query("reseller.export", {
  input: exportInput,
  output: exportPage,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id, part, limit, cursor }) => {
    await readDeleted(run, id);
    const { secret } = run.ctx.app.config;
    const binding = `reseller.export ${run.ctx.scope.agency} ${id} ${part}`;
    const after = cursor ? openCursor(secret, binding, cursor)[0] : null;
    const found = await run.last<{ key: string; row: Record<string, unknown> }>(
      `export_${part}`,
      exportSql(part),
      [run.ctx.tenant.agencyId, id, after, limit + 1],
    );
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      part,
      rows: page.map(({ row }) => row),
      next: last ? signCursor(secret, binding, [last.key]) : null,
    };
  },
});
