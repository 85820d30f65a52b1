import { sessionCookie } from "@tenantry/core/identity/cookies";
import { acceptInvitation } from "@tenantry/core/invitations/accept";
import { openInvitation } from "@tenantry/core/invitations/open";
import { isAppError } from "@tenantry/core/kernel/errors";
import { data, redirect } from "react-router";
import { onTenant } from "../../request/gate.server.ts";
import { asResponse, fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/accept";
import { AcceptInvitation } from "./accept-screen.tsx";
import { DeadLink } from "./dead-link-screen.tsx";

export { headers } from "../../request/no-referrer.ts";

export const handle = { public: true, plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, face } = onTenant(context);
  try {
    const invitation = await openInvitation(ctx, { token: params.token });
    return { tenant: face, token: params.token, invitation };
  } catch (error) {
    if (isAppError(error) && error.code === "token_invalid") {
      return data({ tenant: face, token: params.token, invitation: null }, { status: error.status });
    }
    throw asResponse(error);
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = onTenant(context);
  const form = await request.formData();
  const { name = "", password = "", confirm = "" } = fieldsOf(form, "name", "password", "confirm");
  const outcome = await submit(
    form,
    () => acceptInvitation(ctx, { token: params.token, name, password, confirm }),
    {
      secrets: ["password", "confirm", "token"],
    },
  );
  if ("state" in outcome) return refused(outcome);
  return redirect("/", { headers: { "set-cookie": sessionCookie(outcome.done.token, outcome.done.endsAt) } });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { tenant, token, invitation } = loaderData;
  if (!invitation || actionData?.code === "token_invalid")
    return <DeadLink tenant={tenant} of="invitation" why="unknown" />;
  const state = actionData?.state ?? { values: { name: invitation.name } };
  return <AcceptInvitation tenant={tenant} token={token} invitation={invitation} state={state} />;
}
