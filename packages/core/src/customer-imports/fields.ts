import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { defaultedFields, importFields } from "./schemas.ts";

/**
 * What a column can be, and what one value can stand for: a reseller's customers are its own. Throws `kind_forbidden` for a
 * distributor, which sells through its resellers.
 */
export function fieldsFor({ ctx }: Pick<Run, "ctx">) {
  const { kind } = ctx.scope;
  if (kind !== "agency" && kind !== "reseller") throw new AppError("kind_forbidden");
  const ofAgency = kind === "agency";
  return {
    fields: importFields.filter((field) => ofAgency || field !== "partner"),
    defaulted: defaultedFields.filter((field) => ofAgency || field !== "partner"),
  };
}
