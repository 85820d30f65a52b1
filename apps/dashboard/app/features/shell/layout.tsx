import { may } from "@tenantry/core/kernel/authorize";
import { Outlet, redirect } from "react-router";
import { faceOf, operatorOnly, pageOf, signedIn } from "../../request/gate.server.ts";
import type { Route } from "./+types/layout";
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
    return { face, tenant: { name: "Tenantry" }, person, open: { brand: false, keys: false }, toast };
  }
  const { tenant, user } = signedIn(context, request, "agency", "reseller");
  return {
    face,
    tenant: { name: tenant.name },
    person: { name: user.name, role: user.role },
    open: { brand: may(user, "brand.update"), keys: may(user, "api-key.list") },
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
