import { sessionCookie } from "@tenantry/core/identity/cookies";
import { resetPassword } from "@tenantry/core/identity/reset-password";
import { redirect } from "react-router";
import { onTenant } from "../../request/gate.server.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/reset";
import { DeadLink } from "./dead-link-screen.tsx";
import { ResetPassword } from "./reset-screen.tsx";
import { SecondStep } from "./second-step-screen.tsx";

export { headers } from "../../request/no-referrer.ts";

export const handle = { public: true, plain: true };

/** Opening the page does not even look at the token: scanners open links, and looking would tell them something. */
export function loader({ context, params }: Route.LoaderArgs) {
  return { tenant: onTenant(context).face, token: params.token };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = onTenant(context);
  const form = await request.formData();
  const { password = "", confirm = "" } = fieldsOf(form, "password", "confirm");
  const anonymous = { ...ctx, actor: { kind: "anonymous" as const } };
  const outcome = await submit(
    form,
    () => resetPassword(anonymous, { token: params.token, password, confirm }),
    {
      secrets: ["password", "confirm", "token"],
    },
  );
  if ("state" in outcome) return refused(outcome);
  if ("pending" in outcome.done) return { pending: outcome.done.pending };
  return redirect("/", { headers: { "set-cookie": sessionCookie(outcome.done.token, outcome.done.endsAt) } });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { tenant, token } = loaderData;
  if (actionData && "pending" in actionData)
    return <SecondStep tenant={tenant} pending={actionData.pending} next="/" />;
  if (actionData?.code === "token_invalid") return <DeadLink tenant={tenant} of="reset" why="unknown" />;
  return <ResetPassword tenant={tenant} token={token} state={actionData?.state} />;
}
