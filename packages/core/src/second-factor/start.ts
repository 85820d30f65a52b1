import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { caller } from "./caller.ts";
import { factorUri, newFactorSecret } from "./codes.ts";
import { enrolment } from "./schemas.ts";
import { sealSecret } from "./sealed-secret.ts";

/** How long setting it up may take, in milliseconds. */
const enrolmentLasts = 30 * 60_000;

/** A new secret to put into an authenticator. It is stored only once a code of it comes back. */
export const startSecondFactor = query("second-factor.start", {
  ofRealm: true,
  input: none,
  output: enrolment,
  run: async (run) => {
    const { tenant, app, securityNow } = run.ctx;
    const { userId, email, hasSecondFactor } = caller(run);
    if (hasSecondFactor) throw new AppError("conflict");
    const secret = newFactorSecret();
    const carried = JSON.stringify([secret, securityNow.getTime() + enrolmentLasts]);
    const sealed = sealSecret(app, { agencyId: tenant.agencyId, table: "enrolment", userId }, carried);
    return { secret, uri: factorUri(secret, tenant.name, email), enrolment: sealed.toString("base64url") };
  },
});
