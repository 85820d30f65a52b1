import { data, redirect } from "react-router";
import { onTenant } from "../../request/gate.server.ts";
import type { Route } from "./+types/required";
import { enrol, newEnrolment } from "./enrol.server.ts";
import { RequiredFactor } from "./required-screen.tsx";

export const handle = { public: true, plain: true };

/** Stands before every other page while somebody has no second step and the agency asks for one. */
export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, face } = onTenant(context);
  const { actor, tenant } = ctx;
  if (actor.kind !== "user") throw redirect("/sign-in");
  if (actor.mustChangePassword) throw redirect("/change-password");
  if (!tenant?.secondFactorRequired || actor.hasSecondFactor) throw redirect("/settings/security");
  return { tenant: face, enrolment: await newEnrolment({ ...ctx, actor }) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx, face } = onTenant(context);
  const { actor } = ctx;
  if (actor.kind !== "user") throw redirect("/sign-in");
  const done = await enrol(request, { ...ctx, actor }, await request.formData());
  if ("recoveryCodes" in done) return { tenant: face, ...done };
  return data({ tenant: face, ...done }, { status: done.status });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <RequiredFactor {...loaderData} {...actionData} />;
}
