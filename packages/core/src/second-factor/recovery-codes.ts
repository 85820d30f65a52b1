import { recoveryCodes } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { caller } from "./caller.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./codes.ts";
import { shownCodes } from "./schemas.ts";

/** Makes ten new recovery codes; the old ones stop working. */
export const renewRecoveryCodes = command("second-factor.renew-codes", {
  ofRealm: true,
  input: none,
  output: shownCodes,
  run: async (run) => {
    const { userId, hasSecondFactor } = caller(run);
    if (!hasSecondFactor) throw new AppError("conflict");
    const codes = await replaceCodes(run, userId);
    return { result: { recoveryCodes: codes }, audit: { object: { kind: "user", id: userId } } };
  },
});

/** Ten new codes in place of all there were. Their text is in the answer only. */
export async function replaceCodes(run: Run, userId: string): Promise<string[]> {
  await forgetCodes(run, userId);
  const codes = newRecoveryCodes();
  const own = { ...ownScope(run.ctx.tenant), userId };
  await run.tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ ...own, codeHash: hashRecoveryCode(userId, code) })));
  return codes;
}

export async function forgetCodes({ tx, ctx }: Run, userId: string): Promise<void> {
  await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.agencyId, ctx.tenant.agencyId), eq(recoveryCodes.userId, userId)));
}
