import { createDistributor } from "@tenantry/core/distributors/create";
import { invitationEnd } from "@tenantry/core/invitations/renew";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { refused, submit } from "../../request/verbs.server.ts";
import { ceilingOf, ceilingValues } from "../delegations/ceiling-form.server.ts";
import { formOptions } from "../resellers/form-options.server.ts";
import { withSuggestions } from "../resellers/suggested.server.ts";
import { inputOf } from "../resellers/typed.server.ts";
import type { Route } from "./+types/new";
import { CreateDistributor } from "./create-screen.tsx";
import { DistributorCreated } from "./created-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "distributor.create");
  return { options: formOptions(ctx, []), values: ceilingValues(null) };
}

/** Answers with what was made: the activation link stands in this answer only, never at an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const fields = inputOf(form);
  const input = { ...fields, delegation: ceilingOf(form) };
  // A form's fields are text; the verb's schema judges them and names the field that is wrong.
  const outcome = await submit(
    form,
    () => createDistributor(ctx, input as unknown as Parameters<typeof createDistributor>[1]),
    // Of the ceiling only its number is typed; the rest are ticks.
    { names: { delegation: "maximum" } },
  );
  if ("state" in outcome)
    return refused({ ...outcome, state: await withSuggestions(request, ctx, fields, outcome.state) });
  const { id, name, address, activationLink } = outcome.done;
  const expiresAt = invitationEnd(ctx.securityNow).toISOString();
  return { created: { id, name, address, link: activationLink ?? "", expiresAt, email: fields.email } };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { created, state } = { created: undefined, state: undefined, ...actionData };
  if (created) return <DistributorCreated {...created} />;
  const { options, values } = loaderData;
  return <CreateDistributor options={options} state={state ?? { values }} />;
}
