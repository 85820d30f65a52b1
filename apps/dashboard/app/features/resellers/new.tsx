import { listDelegations } from "@tenantry/core/delegations/list";
import { invitationEnd } from "@tenantry/core/invitations/renew";
import { readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { listOfferedPlans } from "@tenantry/core/plans/list-offered";
import { listResellerDrafts } from "@tenantry/core/reseller-drafts/list";
import { createReseller } from "@tenantry/core/resellers/create";
import { previewReseller } from "@tenantry/core/resellers/preview";
import { Outlet } from "react-router";
import { aboveResellers, requireVerb } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit, typedIn } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { keepDraft } from "../reseller-drafts/keep.server.ts";
import type { Route } from "./+types/new";
import { CreateReseller } from "./create-screen.tsx";
import { ResellerCreated } from "./created-screen.tsx";
import { formOptions, uplinesOf } from "./form-options.server.ts";
import { reviewOf } from "./review.server.ts";
import { withSuggestions } from "./suggested.server.ts";
import { inputOf, secrets } from "./typed.server.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.create");
  if (ctx.tenant.kind !== "agency") {
    const { plans } = await load(listOfferedPlans(ctx, {}));
    const { types } = ctx.tenant.delegation ?? {};
    return { options: { ...formOptions(ctx, plans), types }, draftGone: false, once: ctx.requestId };
  }
  const [{ plans }, { drafts }, { uplines }] = await load(
    readTogether(ctx, (ask) =>
      Promise.all([ask(listPlans, { state: "live" }), ask(listResellerDrafts, {}), ask(listDelegations, {})]),
    ),
  );
  const opened = new URL(request.url).searchParams.get("draft");
  const draft = drafts.find(({ id }) => id === opened);
  return {
    options: { ...formOptions(ctx, plans), uplines: uplinesOf(uplines, ctx.tenant.name) },
    draft,
    draftGone: opened !== null && draft === undefined,
    once: ctx.requestId,
    drafts: drafts.map(({ id, fields, updatedAt }) => ({ id, name: fields.name ?? null, updatedAt })),
  };
}

/** Answers with what was made: the activation link stands in this answer only, never at an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const form = await request.formData();
  const { intent, draftId } = fieldsOf(form, "intent", "draftId");
  if (intent === "change") return { state: { values: typedIn(form, secrets) } };
  if (intent === "draft") {
    const { id } = await load(keepDraft(ctx, form));
    const fact = wordsFor(request, ctx)("reseller-drafts:saved");
    return redirectSaying(ctx, `/resellers/new?draft=${id}`, { id: ctx.requestId, fact });
  }
  const input = inputOf(form);
  const told = { secrets, names: { confirm: "confirmPassword" } };
  const refuse = async (outcome: Parameters<typeof refused>[0]) =>
    refused({ ...outcome, state: await withSuggestions(request, ctx, input, outcome.state) });
  if (intent === "review") {
    const outcome = await submit(form, () => previewReseller(ctx, input), told);
    if ("state" in outcome) return refuse(outcome);
    return { review: reviewOf(outcome.done), state: { values: typedIn(form, secrets) } };
  }
  const own = once(ctx, form, "page:createReseller", input);
  const outcome = await submit(form, () => createReseller(own, { ...input, draftId }), told);
  if ("state" in outcome) return refuse(outcome);
  const { activationLink, ...reseller } = outcome.done;
  const expiresAt = invitationEnd(ctx.securityNow).toISOString();
  return {
    created: { ...reseller, email: input.email, activationLink, expiresAt, demo: ctx.app.config.demo },
  };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { created, review, state } = {
    created: undefined,
    review: undefined,
    state: undefined,
    ...actionData,
  };
  if (created) {
    const { activationLink, expiresAt, address, demo, ...reseller } = created;
    const mail = demo ? ("outbox" as const) : ("queued" as const);
    const firstSignIn = activationLink
      ? { kind: "link" as const, link: activationLink, expiresAt, mail }
      : { kind: "password" as const };
    return <ResellerCreated reseller={reseller} address={address} firstSignIn={firstSignIn} />;
  }
  // Another draft is another form: fields keep what was typed into them for as long as they stand.
  const key = loaderData.draft?.id ?? "new";
  return (
    <>
      <CreateReseller key={key} {...loaderData} state={state} review={review} />
      <Outlet />
    </>
  );
}
