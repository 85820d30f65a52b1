import { codeAt } from "@tenantry/core/second-factor/codes";
import type { TestWeb } from "./web.ts";

/** The secret that was handed out last: a code has to fit it. */
let newestSecret = "";

/** Asks for a secret, as the page that sets a second step up does. */
export async function startSecondFactor(web: TestWeb, host: string, session?: string) {
  const started = (await web.ask(host, "/api/v1/profile/second-factor/new", { session })).json();
  newestSecret = started.secret;
  return started as { secret: string; enrolment: string };
}

/** Gives somebody a second step; answers its secret and the recovery codes. */
export async function setUpSecondFactor(web: TestWeb, host: string, session?: string) {
  const { secret, enrolment } = await startSecondFactor(web, host, session);
  const body = { enrolment, code: codeAt(secret, new Date()) };
  const made = await web.ask(host, "/api/v1/profile/second-factor", { session, body });
  return { secret, recoveryCodes: made.json().recoveryCodes as string[] };
}

/** The next code of that secret: taken already now, and not used up by what was proven with the current one. */
export function nextCode(secret = newestSecret): string {
  return codeAt(secret, new Date(Date.now() + 30_000));
}
