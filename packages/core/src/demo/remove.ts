import { sql } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { record } from "../operators/record.ts";
import { requireDemoMode } from "./mode.ts";

/** Removes every agency that is marked as demo, with everything it holds. Their hosts are not issued again. */
export const removeDemo = operatorVerb("demo.remove", "command", {
  input: none,
  output: z.object({ agencies: z.number() }),
  run: async (tx, _input, ctx) => {
    requireDemoMode(ctx);
    const { rows } = await tx.execute<{ removed: number }>(
      sql`select app.platform_remove_demo(false) as removed`,
    );
    const agencies = rows[0]!.removed;
    await record(tx, ctx, "demo.remove", "demo", { agencies });
    return { agencies };
  },
});
