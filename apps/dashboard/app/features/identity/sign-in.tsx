import { sessionCookie } from "@tenantry/core/identity/cookies";
import { signIn } from "@tenantry/core/identity/sign-in";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { isAppError } from "@tenantry/core/kernel/errors";
import { signInOperator } from "@tenantry/core/operators/sign-in";
import { redirect } from "react-router";
import { closedPage, closesPortal } from "../../request/closed.ts";
import { pageOf } from "../../request/gate.server.ts";
import { safePath } from "../../request/safe-path.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/sign-in";
import { SecondStep } from "./second-step-screen.tsx";
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
  const signedIn = () =>
    enter(anonymous(ctx), input).catch((error: unknown) => {
      throw isAppError(error) && closesPortal(error) ? closedPage(ctx, error) : error;
    });
  const outcome = await submit(form, signedIn, { secrets: ["password"] });
  if ("state" in outcome) return refused(outcome);
  const next = safePath(new URL(request.url).searchParams.get("next"));
  if ("pending" in outcome.done) return { pending: outcome.done.pending, next };
  const { token, endsAt } = outcome.done;
  return redirect(next, { headers: { "set-cookie": sessionCookie(token, endsAt) } });
}

/** Operators have no second step; a tenant's people may. */
function enter(ctx: Ctx, input: { email: string; password: string }): ReturnType<typeof signIn> {
  return ctx.tenant
    ? signIn(ctx, input)
    : signInOperator(ctx, input).then((one) => ({ ...one, mustChangePassword: false }));
}

/** Somebody locked out may still sign in as somebody else. */
function anonymous<C extends { actor: unknown }>(ctx: C): C {
  return { ...ctx, actor: { kind: "anonymous" } };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { tenant } = loaderData;
  if (actionData && "pending" in actionData) {
    const { pending, next } = actionData;
    return <SecondStep tenant={tenant} pending={pending} next={next} />;
  }
  return <SignIn {...loaderData} state={actionData?.state} />;
}
