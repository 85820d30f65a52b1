import type { Ctx, UserActor } from "@tenantry/core/kernel/ctx";
import { enableSecondFactor } from "@tenantry/core/second-factor/enable";
import { startSecondFactor } from "@tenantry/core/second-factor/start";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load } from "../../request/verbs.server.ts";
import type { EnrolFacts } from "./enrol-form.tsx";
import { qrOf } from "./qr.server.ts";

type ByUser = Ctx & { actor: UserActor };

/** A new secret, drawn. Nothing is stored: it travels in the page until its first code comes back. */
export async function newEnrolment(ctx: ByUser): Promise<EnrolFacts> {
  const { secret, uri, enrolment } = await load(startSecondFactor(ctx, {}));
  return { secret, uri, enrolment, qr: qrOf(uri) };
}

/** Switches it on; a wrong code comes back with the same picture, a picture that has run out with a new one. */
export async function enrol(request: Request, ctx: ByUser, form: FormData) {
  const {
    enrolment = "",
    code = "",
    secret = "",
    uri = "",
  } = fieldsOf(form, "enrolment", "code", "secret", "uri");
  const outcome = await submitProven(
    request,
    ctx,
    form,
    (proven) => enableSecondFactor(proven, { enrolment, code }),
    {
      secrets: ["enrolment", "code", "secret", "uri"],
    },
  );
  if (!("state" in outcome)) return { recoveryCodes: outcome.done.recoveryCodes };
  const over = outcome.code === "token_invalid";
  return {
    status: outcome.status,
    over,
    state: over ? undefined : outcome.state,
    enrolment: over ? await newEnrolment(ctx) : { secret, uri, enrolment, qr: qrOf(uri) },
  };
}
