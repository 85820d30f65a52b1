import { blankSessionCookie } from "@tenantry/core/identity/cookies";
import { signOut } from "@tenantry/core/identity/sign-out";
import { signOutOperator } from "@tenantry/core/operators/sign-out";
import { redirect } from "react-router";
import { pageOf } from "../../request/gate.server.ts";
import type { Route } from "./+types/sign-out";

/** Ends the session, and forgets it in the browser even when it had ended already. */
export async function action({ context }: Route.ActionArgs) {
  const { ctx } = pageOf(context);
  if (ctx.actor.kind === "user") await signOut(ctx, {});
  if (ctx.actor.kind === "operator") await signOutOperator(ctx, {});
  return redirect("/sign-in", { headers: { "set-cookie": blankSessionCookie } });
}

export function loader() {
  return redirect("/");
}
