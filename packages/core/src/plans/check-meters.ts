import { AppError, type FieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { metersOf } from "../usage/resolve.ts";
import type { Terms } from "./terms.ts";

/** Throws `invalid_input` where terms speak of a meter the agency does not have. */
export async function checkMeters({ tx, ctx }: Run, terms: Terms): Promise<void> {
  const known = await metersOf(tx, ctx.tenant.agencyId);
  const fields = terms.meters.flatMap(({ meter }, index): FieldError[] =>
    known.has(meter) ? [] : [{ pointer: `/terms/meters/${index}/meter`, code: "meter_unknown" }],
  );
  if (fields.length > 0) throw new AppError("invalid_input", { fields });
}
