import { secondFactors } from "@tenantry/db/schema";
import { AppError, fieldError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { caller, mailCaller } from "./caller.ts";
import { bare, stepOfCode } from "./codes.ts";
import { replaceCodes } from "./recovery-codes.ts";
import { enableInput, shownCodes } from "./schemas.ts";
import { sealKeyId, sealSecret, unsealSecret } from "./sealed-secret.ts";

/** Switches the second step on, once a code shows that the authenticator works. Answers the recovery codes, once. */
export const enableSecondFactor = command("second-factor.enable", {
  ofRealm: true,
  input: enableInput,
  output: shownCodes,
  run: async (run, input) => {
    const { userId } = caller(run);
    const { tenant, app, securityNow } = run.ctx;
    const text = openEnrolment(run, input.enrolment);
    const step = stepOfCode(text, bare(input.code), securityNow);
    if (step === undefined) throw fieldError("/code", "code_wrong");
    const secret = sealSecret(app, { agencyId: tenant.agencyId, table: "second_factors", userId }, text);
    const made = await run.tx
      .insert(secondFactors)
      .values({ ...ownScope(tenant), userId, keyId: sealKeyId, secret, lastStep: step })
      .onConflictDoNothing()
      .returning({ userId: secondFactors.userId });
    if (made.length === 0) throw new AppError("conflict");
    const codes = await replaceCodes(run, userId);
    await mailCaller(run, "second_factor_on");
    return { result: { recoveryCodes: codes }, audit: { object: { kind: "user", id: userId } } };
  },
});

/** The secret that `second-factor.start` gave this very person, while it may still be taken up. */
function openEnrolment(run: Run, enrolment: string): string {
  const { tenant, app, securityNow } = run.ctx;
  const place = { agencyId: tenant.agencyId, table: "enrolment" as const, userId: caller(run).userId };
  try {
    const carried = unsealSecret(app, place, sealKeyId, Buffer.from(enrolment, "base64url"));
    const [secret, until] = JSON.parse(carried) as [string, number];
    if (until > securityNow.getTime()) return secret;
  } catch (cause) {
    throw new AppError("token_invalid", { cause });
  }
  throw new AppError("token_invalid");
}
