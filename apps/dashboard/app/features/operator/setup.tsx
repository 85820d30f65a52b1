import { sessionCookie } from "@tenantry/core/identity/cookies";
import { setUpOperator } from "@tenantry/core/operators/setup";
import { data, redirect } from "react-router";
import { pageOf } from "../../request/gate.server.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/setup";
import { OperatorSetup } from "./setup-screen.tsx";

export { headers } from "../../request/no-referrer.ts";

export const handle = { public: true, plain: true };

export function loader({ context }: Route.LoaderArgs) {
  const { ctx, tenant } = pageOf(context);
  if (ctx.tenant) throw data(null, { status: 404 });
  return { host: tenant.host };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = pageOf(context);
  const form = await request.formData();
  const { name = "", password = "", confirm = "" } = fieldsOf(form, "name", "password", "confirm");
  const outcome = await submit(
    form,
    () => setUpOperator(ctx, { token: params.token, name, password, confirm }),
    {
      secrets: ["password", "confirm"],
    },
  );
  if ("state" in outcome) return refused(outcome);
  return redirect("/", { headers: { "set-cookie": sessionCookie(outcome.done.token, outcome.done.endsAt) } });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <OperatorSetup host={loaderData.host} state={actionData?.state} />;
}
