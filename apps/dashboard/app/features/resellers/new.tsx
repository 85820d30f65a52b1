import { invitationEnd } from "@tenantry/core/invitations/renew";
import { listPlans } from "@tenantry/core/plans/list";
import { createReseller } from "@tenantry/core/resellers/create";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, load, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/new";
import { CreateReseller } from "./create-screen.tsx";
import { ResellerCreated } from "./created-screen.tsx";
import { formOptions } from "./form-options.server.ts";

type Input = Parameters<typeof createReseller>[1];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller.create");
  const { plans } = await load(listPlans(ctx, { state: "live" }));
  return { options: formOptions(ctx, plans) };
}

/** Answers with what was made: the activation link stands in this answer only, never at an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const fields = fieldsOf(
    form,
    "type",
    "name",
    "email",
    "phoneCountry",
    "phone",
    "website",
    "country",
    "language",
  );
  const more = fieldsOf(
    form,
    "contactName",
    "contactEmail",
    "contactPhoneCountry",
    "contactPhone",
    "loginDomain",
    "planId",
  );
  const {
    firstSignIn,
    password,
    confirmPassword: confirm,
  } = fieldsOf(form, "firstSignIn", "password", "confirmPassword");
  const secret = firstSignIn === "password" ? { password, confirm } : {};
  const input = { ...fields, ...more, loginDomain: more.loginDomain ?? "", firstSignIn, ...secret } as Input;
  const outcome = await submit(form, () => createReseller(ctx, input), {
    secrets: ["password", "confirmPassword"],
    names: { confirm: "confirmPassword" },
  });
  if ("state" in outcome) return refused(outcome);
  const { activationLink, ...reseller } = outcome.done;
  const expiresAt = invitationEnd(ctx.securityNow).toISOString();
  return {
    created: { ...reseller, email: fields.email ?? "", activationLink, expiresAt, demo: ctx.app.config.demo },
  };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && "created" in actionData) {
    const { activationLink, expiresAt, address, demo, ...reseller } = actionData.created;
    const mail = demo ? ("outbox" as const) : ("queued" as const);
    const firstSignIn = activationLink
      ? { kind: "link" as const, link: activationLink, expiresAt, mail }
      : { kind: "password" as const };
    return <ResellerCreated reseller={reseller} address={address} firstSignIn={firstSignIn} />;
  }
  return <CreateReseller options={loaderData.options} state={actionData?.state} />;
}
