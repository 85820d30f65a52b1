import { may } from "@tenantry/core/kernel/authorize";
import { Outlet, redirect } from "react-router";
import { faceOf, hasResellers, operatorOnly, pageOf, signedIn } from "../../request/gate.server.ts";
import { moneyPages } from "../commissions/money-pages.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/layout";
import { actionsOpenTo } from "./actions.server.ts";
import type { Above } from "./navs.ts";
import { SignedIn } from "./signed-in.tsx";

/** Whose page it is and who looks at it: the frame's own facts, from the request that is open already. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, demo, toast } = pageOf(context);
  const face = faceOf(ctx);
  if (face === "operator") {
    // An installation on somebody's own machine greets with the demo.
    if (demo && ctx.actor.kind === "anonymous" && new URL(request.url).pathname === "/")
      throw redirect("/welcome");
    const { operator } = operatorOnly(context, request);
    const person = { name: operator.name, role: "operator" as const };
    return { face, tenant: { name: "Tenantry" }, person, open: [], toast };
  }
  const { tenant, user } = signedIn(context, request, "agency", "reseller");
  const person = { name: user.name, role: user.role };
  const accounts = user.accounts;
  if (user.accountKind === "customer")
    return {
      face: "customer" as const,
      tenant: { name: tenant.name },
      person,
      accounts,
      open: openPages(user, tenant),
      toast,
    };
  return {
    face,
    tenant: { name: tenant.name },
    person,
    accounts,
    open: openPages(user, tenant),
    money: moneyPages(user, tenant),
    above: hasResellers(tenant) && tenant.kind !== "agency" ? (tenant.kind as Above) : undefined,
    seesInvoices: may(user, "invoice.list"),
    actions: may(user, "search.find") ? actionsOpenTo(user, face, hasResellers(tenant)) : undefined,
    toast,
  };
}

export default function Layout({ loaderData }: Route.ComponentProps) {
  return (
    <SignedIn {...loaderData}>
      <Outlet />
    </SignedIn>
  );
}
