import { accounts, brands } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { listStatementLines } from "./list-lines.ts";
import { readStatement } from "./read.ts";
import { mostPrinted, printed, readInput } from "./schemas.ts";

/** A statement as it is printed (draw.ts), in the brand of the host it is asked for on. */
export const printStatement = query("statement.print", {
  input: readInput,
  output: printed,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { agencyId, accountId, billingZone } = ctx.tenant;
    const [front] = await tx
      .select({ name: accounts.name, color: brands.color })
      .from(accounts)
      .innerJoin(brands, and(eq(brands.agencyId, accounts.agencyId), eq(brands.accountId, accounts.id)))
      .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, accountId)));
    if (!front) throw new AppError("not_found");
    const statement = await readStatement.run(run, input);
    const { lines, next } = await listStatementLines.run(run, { ...input, limit: mostPrinted });
    return { ...statement, ...{ front, zone: billingZone, lines, isWhole: next === null, asOf: ctx.now } };
  },
});
