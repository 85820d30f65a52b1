import { sql } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { record } from "../operators/record.ts";
import { demoOperatorEmail } from "./cast.ts";
import { requireDemoMode } from "./mode.ts";

/** Removes every agency that is marked as demo, with everything it holds. Their hosts are not issued again, and
 * the demo's operator can sign in no more. */
export const removeDemo = operatorVerb("demo.remove", "command", {
  input: none,
  output: z.object({ agencies: z.number() }),
  run: async (tx, _input, ctx) => {
    requireDemoMode(ctx);
    // Thousands of rows, each held against what may refer to it, take longer than a page's statement may.
    await tx.execute(sql`set local statement_timeout = '120s'`);
    await tx.execute(sql`set local transaction_timeout = '150s'`);
    const { rows } = await tx.execute<{ removed: number }>(
      sql`select app.platform_remove_demo(false) as removed`,
    );
    const agencies = rows[0]!.removed;
    // Its password is printed at every start: without the demo nobody may sign in with it.
    await tx.execute(sql`
      with gone as (update platform.operators set password_hash = null
        where email_ci = ${demoOperatorEmail} returning id)
      delete from platform.operator_sessions s using gone where s.operator_id = gone.id`);
    await record(tx, ctx, "demo.remove", "demo", { agencies });
    return { agencies };
  },
});
