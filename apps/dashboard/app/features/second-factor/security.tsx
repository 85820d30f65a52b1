import { may } from "@tenantry/core/kernel/authorize";
import { disableSecondFactor } from "@tenantry/core/second-factor/disable";
import { readSecondFactor } from "@tenantry/core/second-factor/read";
import { renewRecoveryCodes } from "@tenantry/core/second-factor/recovery-codes";
import { requireSecondFactor } from "@tenantry/core/second-factor/require";
import { data } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/security";
import { enrol, newEnrolment } from "./enrol.server.ts";
import { Security } from "./security-screen.tsx";

const here = "/settings/security";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user, tenant } = signedIn(context, request, "agency", "reseller");
  const factor = await load(readSecondFactor(ctx, {}));
  const mayRequire = tenant.kind === "agency" && may(user, "second-factor.require");
  return {
    open: openPages(user, ctx.tenant),
    factor,
    requirement: mayRequire ? { name: tenant.name, required: factor.required } : undefined,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const t = wordsFor(request, ctx);
  const say = (fact: string, consequence?: string) =>
    redirectSaying(ctx, here, {
      id: ctx.requestId,
      fact: t(fact),
      consequence: consequence && t(consequence),
    });
  switch (form.get("intent")) {
    case "start":
      return { enrolment: await newEnrolment(ctx) };
    case "enable": {
      const done = await enrol(request, ctx, form);
      return "recoveryCodes" in done ? done : data(done, { status: done.status });
    }
    case "renew": {
      const outcome = await submitProven(request, ctx, form, (proven) => renewRecoveryCodes(proven, {}));
      return "state" in outcome ? refused(outcome) : { recoveryCodes: outcome.done.recoveryCodes };
    }
    case "disable": {
      const outcome = await submitProven(request, ctx, form, (proven) => disableSecondFactor(proven, {}));
      return "state" in outcome
        ? refused(outcome)
        : say("security:factor.disabled", "security:factor.disabledAbout");
    }
    case "require": {
      const required = form.get("required") === "on";
      const outcome = await submitProven(request, ctx, form, (proven) =>
        requireSecondFactor(proven, { required }),
      );
      return "state" in outcome ? refused(outcome) : say(`security:require.${required ? "on" : "off"}`);
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <Security {...loaderData} now={actionData} />;
}
