import { sessionCookie } from "@tenantry/core/identity/cookies";
import { passSecondStep } from "@tenantry/core/identity/second-step";
import { data, redirect } from "react-router";
import { onTenant } from "../../request/gate.server.ts";
import { safePath } from "../../request/safe-path.ts";
import { fieldsOf, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/second-step";
import { SecondStep, SecondStepOver } from "./second-step-screen.tsx";

export const handle = { public: true, plain: true };

export function loader({ context }: Route.LoaderArgs) {
  return { tenant: onTenant(context).face };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = onTenant(context);
  const form = await request.formData();
  const { pending = "", code = "" } = fieldsOf(form, "pending", "code");
  const next = safePath(form.get("next"));
  const anonymous = { ...ctx, actor: { kind: "anonymous" as const } };
  const outcome = await submit(form, () => passSecondStep(anonymous, { pending, code }), {
    secrets: ["code"],
  });
  if ("state" in outcome) {
    const { state, status } = outcome;
    return data({ pending, next, state, over: outcome.code === "token_invalid" }, { status });
  }
  const { token, endsAt, mustChangePassword } = outcome.done;
  return redirect(mustChangePassword ? "/change-password" : next, {
    headers: { "set-cookie": sessionCookie(token, endsAt) },
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { tenant } = loaderData;
  // Only a password leads here, and only for some minutes.
  if (!actionData || actionData.over) return <SecondStepOver tenant={tenant} />;
  return <SecondStep tenant={tenant} {...actionData} />;
}
