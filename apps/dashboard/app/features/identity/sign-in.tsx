import { sessionCookie } from "@tenantry/core/identity/cookies";
import { signIn } from "@tenantry/core/identity/sign-in";
import { isAppError } from "@tenantry/core/kernel/errors";
import { signInOperator } from "@tenantry/core/operators/sign-in";
import { redirect } from "react-router";
import { closedPage, closesPortal } from "../../request/closed.ts";
import { pageOf } from "../../request/gate.server.ts";
import { safePath } from "../../request/safe-path.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/sign-in";
import { SignIn } from "./sign-in-screen.tsx";

export const handle = { public: true, plain: true };

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant, refusal } = pageOf(context);
  const inside = ctx.actor.kind === "user" || ctx.actor.kind === "operator";
  if (inside && !refusal) throw redirect("/");
  const asked = new URL(request.url).searchParams.has("next");
  return { tenant: { name: tenant.name, host: tenant.host }, operator: ctx.tenant === undefined, asked };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = pageOf(context);
  const form = await request.formData();
  const fields = fieldsOf(form, "email", "password");
  const input = { email: fields.email ?? "", password: fields.password ?? "" };
  const verb = ctx.tenant ? signIn : signInOperator;
  const signedIn = () =>
    verb(anonymous(ctx), input).catch((error: unknown) => {
      throw isAppError(error) && closesPortal(error) ? closedPage(ctx, error) : error;
    });
  const outcome = await submit(form, signedIn, { secrets: ["password"] });
  if ("state" in outcome) return refused(outcome);
  const { token, endsAt } = outcome.done;
  const next = safePath(new URL(request.url).searchParams.get("next"));
  return redirect(next, { headers: { "set-cookie": sessionCookie(token, endsAt) } });
}

/** Somebody locked out may still sign in as somebody else. */
function anonymous<C extends { actor: unknown }>(ctx: C): C {
  return { ...ctx, actor: { kind: "anonymous" } };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <SignIn {...loaderData} state={actionData?.state} />;
}
