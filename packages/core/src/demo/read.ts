import { sql } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { requireDemoMode } from "./mode.ts";

const contents = z.object({
  agencies: z.number(),
  resellers: z.number(),
  people: z.number(),
  events: z.coerce.number(),
});

/** What the demo holds, in numbers; `agencies` is 0 once it is gone. */
export const readDemo = operatorVerb("demo.read", "query", {
  input: none,
  output: contents,
  run: async (tx, _input, ctx) => {
    requireDemoMode(ctx);
    const { rows } = await tx.execute<z.input<typeof contents>>(
      sql`select * from app.platform_demo_contents()`,
    );
    return rows[0]!;
  },
});
