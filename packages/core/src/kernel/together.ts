import { inTenant } from "@tenantry/db";
import type { z } from "zod";
import { authorize } from "./authorize.ts";
import type { Ctx } from "./ctx.ts";
import { tellable } from "./database-errors.ts";
import { AppError } from "./errors.ts";
import { parseInput } from "./input.ts";
import { reachOf, rightBeneath } from "./reach.ts";
import type { QueryVerb } from "./verb.ts";

/** Asks one query verb inside the transaction that is open. */
export type Ask = <I extends z.ZodType, O extends z.ZodType>(
  verb: QueryVerb<I, O>,
  input: z.input<I>,
) => Promise<z.output<O>>;

/**
 * Several query verbs in one transaction: what a page needs, seen at one moment, for one checkout of the pool. Each
 * passes policy and schema as if it were called alone. `beneath` is for pages about an upline's resellers, of which
 * every verb asked has to be.
 */
export async function readTogether<T>(
  ctx: Ctx,
  work: (ask: Ask) => Promise<T>,
  { beneath = false }: { beneath?: boolean } = {},
): Promise<T> {
  const { tenant } = ctx;
  const scope = beneath ? reachOf(ctx, { beneath: "see" }, undefined) : ctx.scope;
  if (!tenant || !scope) throw new AppError("not_found");
  const run = { ...ctx, tenant, scope };
  return inTenant(ctx.app.pool, scope, (tx) =>
    work(async (verb, raw) => {
      const input = parseInput(verb.input, raw);
      const reach = { beneath: scope.kind === "upline" ? verb.beneath : undefined };
      if (scope.kind === "upline" && !rightBeneath(ctx, reach, input))
        throw new Error(`${verb.verb} is not about resellers beneath an upline`);
      await authorize(ctx, verb.verb, reach, () => input);
      return verb.output.parse(await verb.run({ tx, last: tx.named, ctx: run }, input));
    }),
  ).catch((error: unknown) => {
    throw tellable(error, true);
  });
}
