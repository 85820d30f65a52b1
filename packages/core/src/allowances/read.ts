import { query } from "../kernel/verb.ts";
import { metersOf } from "../usage/resolve.ts";
import { readHolder, shownPool } from "./holder.ts";
import { accountAllowances, readInput } from "./list-schemas.ts";
import { readGiven } from "./prepare.ts";

/** What one account has of every meter, what it has given on, and what was used; the caller's own unless another is named. */
export const readAllowances = query("allowance.read", {
  input: readInput,
  output: accountAllowances,
  object: ({ accountId }) => (accountId ? { table: "accounts", id: accountId } : undefined),
  run: async (run, input) => {
    const holder = await readHolder(run, input.accountId);
    const meters = [...(await metersOf(run.tx, run.ctx.tenant.agencyId)).keys()];
    return {
      accountId: holder.id,
      name: holder.name,
      meters: await Promise.all(
        meters.map(async (meter) => {
          const [pool, given] = await Promise.all([
            shownPool(run, holder, meter),
            readGiven(run, holder.id, meter, false),
          ]);
          return { ...pool, given };
        }),
      ),
    };
  },
});
