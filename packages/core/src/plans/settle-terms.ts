import { AppError, type FieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { metersOf } from "../usage/resolve.ts";
import { payersOf, usualPayer } from "./overage-payer.ts";
import type { PlanOwner } from "./owner.ts";
import type { Terms } from "./terms.ts";

/**
 * Terms with everything said that they leave to the plan's owner: who pays past the included units. Throws
 * `invalid_input` where they speak of a meter the agency does not have, or let somebody pay whom the owner cannot.
 */
export async function settleTerms({ tx }: Run, owner: PlanOwner, terms: Terms): Promise<Terms> {
  const { agencyId, resellerId } = owner;
  const side = resellerId === agencyId ? "agency" : "reseller";
  const known = await metersOf(tx, agencyId);
  const fields = terms.meters.flatMap(({ meter, payer }, index): FieldError[] => {
    const at = `/terms/meters/${index}`;
    if (!known.has(meter)) return [{ pointer: `${at}/meter`, code: "meter_unknown" }];
    const wrong = payer && !payersOf(side).includes(payer);
    return wrong ? [{ pointer: `${at}/payer`, code: "payer_wrong" }] : [];
  });
  if (fields.length > 0) throw new AppError("invalid_input", { fields });
  return { ...terms, meters: terms.meters.map((row) => ({ ...row, payer: row.payer ?? usualPayer(side) })) };
}
