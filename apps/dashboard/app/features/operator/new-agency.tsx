import { createAgency } from "@tenantry/core/agencies/create";
import { invitationEnd } from "@tenantry/core/invitations/renew";
import { operatorOnly } from "../../request/gate.server.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/new-agency";
import { addressParts } from "./address.server.ts";
import { AgencyCreated } from "./agency-created-screen.tsx";
import { CreateAgency } from "./create-agency-screen.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return {
    address: addressParts(ctx),
    zones: zones.map((zone) => ({ value: zone, label: zone, isData: true })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = operatorOnly(context, request);
  const form = await request.formData();
  const {
    name = "",
    slug = "",
    zone,
    ownerName = "",
    ownerEmail = "",
  } = fieldsOf(form, "name", "slug", "zone", "ownerName", "ownerEmail");
  const input = { name, slug, billingZone: zone, ownerName, ownerEmail };
  const outcome = await submit(form, () => createAgency(ctx, input), { names: { billingZone: "zone" } });
  if ("state" in outcome) return refused(outcome);
  const { address, activationLink } = outcome.done;
  const expiresAt = invitationEnd(ctx.securityNow).toISOString();
  const mail = ctx.app.config.demo ? ("outbox" as const) : ("queued" as const);
  return { created: { name, address, ownerEmail, link: activationLink, expiresAt, mail } };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && "created" in actionData) return <AgencyCreated {...actionData.created} />;
  return <CreateAgency {...loaderData} state={actionData?.state} />;
}
