import { forgotPassword } from "@tenantry/core/identity/forgot-password";
import { onTenant } from "../../request/gate.server.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/forgot";
import { Forgot } from "./forgot-screen.tsx";

export const handle = { public: true, plain: true };

export function loader({ context }: Route.LoaderArgs) {
  return { tenant: onTenant(context).face };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = onTenant(context);
  const form = await request.formData();
  const { email = "" } = fieldsOf(form, "email");
  const outcome = await submit(form, () =>
    forgotPassword({ ...ctx, actor: { kind: "anonymous" } }, { email }),
  );
  return "state" in outcome ? refused(outcome) : { sentTo: email };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const said = actionData && "sentTo" in actionData ? { sentTo: actionData.sentTo } : actionData;
  return <Forgot tenant={loaderData.tenant} {...said} />;
}
