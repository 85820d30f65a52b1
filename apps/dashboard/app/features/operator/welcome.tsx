import "../../words/operator.ts";
import { demoAgencies, demoOperatorEmail, demoPassword } from "@tenantry/core/demo/cast";
import { readDemo } from "@tenantry/core/demo/read";
import { startAgency } from "@tenantry/core/demo/start";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { agencyHost, loginHost, operatorHost, originOf } from "@tenantry/core/tenancy/origin";
import { Outlet, redirect } from "react-router";
import { fieldsOf, load, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/welcome";
import { addressParts } from "./address.server.ts";
import { demoOnly } from "./demo-only.server.ts";
import type { DemoSignIn } from "./demo-sign-ins.tsx";
import { Welcome } from "./welcome-screen.tsx";

export const handle = { public: true };

/** The first page of an installation on somebody's own machine; elsewhere there is none. */
export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, toast } = demoOnly(context);
  const contents = await load(readDemo(ctx, {}));
  const host = new URL(originOf(ctx.app.config, operatorHost(ctx.app.config))).host;
  const demo = contents.agencies > 0 ? { signIns: signIns(ctx) } : undefined;
  return { host, demo, said: toast?.fact, address: addressParts(ctx) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = demoOnly(context);
  const form = await request.formData();
  const {
    name = "",
    slug = "",
    ownerName = "",
    ownerEmail = "",
  } = fieldsOf(form, "name", "slug", "ownerName", "ownerEmail");
  const outcome = await submit(form, () => startAgency(ctx, { name, slug, ownerName, ownerEmail }));
  // The owner goes straight on to choosing a password, on the new agency's own host.
  return "state" in outcome ? refused(outcome) : redirect(outcome.done.activationLink);
}

function signIns({ app: { config } }: Ctx): DemoSignIn[] {
  const entry = (name: string, kind: DemoSignIn["kind"], host: string, email: string): DemoSignIn => {
    const origin = originOf(config, host);
    return { name, kind, origin, host: new URL(origin).host, email, password: demoPassword };
  };
  return [
    ...demoAgencies.flatMap(({ name, slug, owner, resellers }) => [
      entry(name, "agency", agencyHost(config, slug), owner.email),
      ...resellers
        .filter(({ invited }) => !invited)
        .map((each) => entry(each.name, "reseller", loginHost(config, each.loginDomain), each.email)),
    ]),
    entry("Operator", "operator", operatorHost(config), demoOperatorEmail),
  ];
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Welcome {...loaderData} state={actionData?.state}>
      <Outlet />
    </Welcome>
  );
}
