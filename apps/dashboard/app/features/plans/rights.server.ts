import type { Ctx } from "@tenantry/core/kernel/ctx";
import { AppError } from "@tenantry/core/kernel/errors";
import type { Ask } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { rulesOf } from "@tenantry/core/resellers/rules";
import { faceOf } from "../../request/gate.server.ts";

/** Are plans made here? An agency makes its own; a reseller where its type says so. */
export async function sellsOwnPlans(ctx: Ctx, ask: Ask): Promise<boolean> {
  if (faceOf(ctx) === "agency") return true;
  const { type } = await ask(readReseller, { id: ctx.tenant?.accountId ?? "" });
  return rulesOf(type).managesPlans;
}

/** Throws `kind_forbidden` for the pages of a plan's making where this account makes none. */
export async function requirePlans(ctx: Ctx, ask: Ask): Promise<void> {
  if (!(await sellsOwnPlans(ctx, ask))) throw new AppError("kind_forbidden");
}
