import { changePassword } from "@tenantry/core/identity/change-password";
import { sessionCookie } from "@tenantry/core/identity/cookies";
import { redirect } from "react-router";
import { onTenant, toSignIn } from "../../request/gate.server.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/change-password";
import { ChangePassword } from "./change-password-screen.tsx";

export const handle = { public: true, plain: true };

export function loader({ context }: Route.LoaderArgs) {
  const { ctx, face } = onTenant(context);
  if (ctx.actor.kind !== "user") throw redirect("/sign-in");
  if (!ctx.actor.mustChangePassword) throw redirect("/settings/profile");
  return { tenant: face };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx, page } = onTenant(context);
  if (ctx.actor.kind !== "user") throw toSignIn(page, request);
  const form = await request.formData();
  const { current = "", password = "", confirm = "" } = fieldsOf(form, "current", "password", "confirm");
  const outcome = await submit(form, () => changePassword(ctx, { current, password, confirm }), {
    secrets: ["current", "password", "confirm"],
  });
  if ("state" in outcome) return refused(outcome);
  return redirect("/", { headers: { "set-cookie": sessionCookie(outcome.done.token, outcome.done.endsAt) } });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ChangePassword tenant={loaderData.tenant} state={actionData?.state} />;
}
