import "../../words/transfers.ts";
import { may } from "@tenantry/core/kernel/authorize";
import { answerTransfer } from "@tenantry/core/transfers/answer";
import { readTransfer } from "@tenantry/core/transfers/read";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/one";
import { OneTransfer } from "./one-screen.tsx";

/** One move: for both sellers, the agency, and the customer's owner. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, user } = aboveCustomers(context, request);
  requireVerb(ctx, "transfer.read");
  const transfer = await load(readTransfer(ctx, { id: params.id }));
  const { state, side, confirmed } = transfer;
  return {
    transfer,
    ofCustomer: user.accountKind === "customer",
    mayAnswer:
      state === "requested" && side !== null && confirmed[side] === null && may(ctx.actor, "transfer.answer"),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const confirms = form.get("answer") === "confirm";
  const outcome = await submitProven(request, ctx, form, (proven) =>
    answerTransfer(proven, { id: params.id, confirms }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)(`transfers:one.toast.${confirms ? "confirmed" : "refused"}`);
  return redirectSaying(ctx, `/transfers/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <OneTransfer {...loaderData} state={actionData?.state} />;
}
