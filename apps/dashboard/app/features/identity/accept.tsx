import { blankSessionCookie, sessionCookie } from "@tenantry/core/identity/cookies";
import { signOut } from "@tenantry/core/identity/sign-out";
import { acceptInvitation } from "@tenantry/core/invitations/accept";
import { askForInvitation } from "@tenantry/core/invitations/ask";
import { openInvitation } from "@tenantry/core/invitations/open";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { isAppError } from "@tenantry/core/kernel/errors";
import { data, redirect } from "react-router";
import { onTenant } from "../../request/gate.server.ts";
import { pageAddress } from "../../request/page-address.ts";
import { asResponse, fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/accept";
import { AcceptInvitation } from "./accept-screen.tsx";
import { DeadLink } from "./dead-link-screen.tsx";
import { OtherAccount } from "./other-account-screen.tsx";

export { headers } from "../../request/no-referrer.ts";

export const handle = { public: true, plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, face } = onTenant(context);
  try {
    const invitation = await openInvitation(ctx, { token: params.token });
    const { actor } = ctx;
    // Somebody else sits here: the address is for its owner's eyes, and neither may act for the other by mistake.
    const other = actor.kind === "user" && actor.email !== invitation.email ? actor.email : undefined;
    if (other)
      return {
        tenant: face,
        token: params.token,
        invitation: null,
        other: { email: other, masked: masked(invitation.email) },
      };
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
  if (form.get("intent") === "switch") return switchAccount(ctx, request);
  if (form.get("intent") === "ask") {
    const outcome = await submit(form, () => askForInvitation(ctx, { token: params.token }), {
      secrets: ["token"],
    });
    return { asked: !("state" in outcome) || outcome.code === "conflict" };
  }
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

/** Ends the session that is somebody else's and comes back to the invitation, which stays as it is. */
async function switchAccount(ctx: Ctx, request: Request): Promise<Response> {
  if (ctx.actor.kind === "user") await signOut(ctx, {});
  return redirect(pageAddress(request), { headers: { "set-cookie": blankSessionCookie } });
}

/** "j…@example.com": enough for its owner to know it, too little to write to. */
function masked(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 1)}…@${domain}`;
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { tenant, token, invitation } = loaderData;
  if ("other" in loaderData && loaderData.other)
    return <OtherAccount tenant={tenant} {...loaderData.other} />;
  const refusal = actionData && "code" in actionData ? actionData : undefined;
  if (!invitation || refusal?.code === "token_invalid") {
    const asked = actionData && "asked" in actionData ? actionData.asked : undefined;
    return <DeadLink tenant={tenant} of="invitation" why="unknown" asked={asked} />;
  }
  const state = refusal?.state ?? { values: { name: invitation.name } };
  return <AcceptInvitation tenant={tenant} token={token} invitation={invitation} state={state} />;
}
