import "../../words/payouts.ts";
import { may } from "@tenantry/core/kernel/authorize";
import { previewBankFile } from "@tenantry/core/payouts/preview-bank-file";
import { sendDrafts } from "@tenantry/core/payouts/send-drafts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/bank-file";
import { BankFile } from "./bank-file-screen.tsx";
import { path } from "./list-address.server.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "payout.preview-bank-file");
  const file = await load(previewBankFile(ctx, {}));
  return { file, maySend: may(ctx.actor, "payout.send-drafts") };
}

/** Says that the drafts which were seen have gone to the bank. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "payout.send-drafts");
  const form = await request.formData();
  const ids = form.getAll("ids").map(String);
  const outcome = await submitProven(request, ctx, form, (proven) => sendDrafts(proven, { ids }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("payouts:toast.sentAll", { count: outcome.done.sent });
  return redirectSaying(ctx, `${path}?state=sent`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <BankFile {...loaderData} state={actionData?.state} />;
}
