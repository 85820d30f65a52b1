import "../../words/payouts.ts";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { readPayout } from "@tenantry/core/payouts/read";
import type { VerbName } from "@tenantry/core/policy";
import type { LoaderFunctionArgs } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { path } from "./list-address.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "context"> & { params: { id: string } };

/** What the dialog over a payout names. */
export async function askedPayout({ request, context, params }: Args, verb: VerbName) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, verb);
  const { id, code, reseller, paid, ...own } = await load(readPayout(ctx, { id: params.id }));
  const { currency, amountMinor } = paid ?? own;
  return { id, code, name: reseller?.name ?? "", currency, amountMinor };
}

/** Runs a dialog's verb and goes back to the payout, which then says it. */
export async function movePayout(
  { request, context, params }: Args,
  verb: (ctx: Ctx, input: { id: string; reference: string }) => Promise<{ state: string }>,
) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const reference = String(form.get("reference") ?? "");
  const outcome = await submitProven(request, ctx, form, async (proven) => {
    const { state } = await verb(proven, { id: params.id, reference });
    const { code } = await readPayout(proven, { id: params.id });
    return { state, code };
  });
  if ("state" in outcome) return refused(outcome);
  const { state, code } = outcome.done;
  const fact = wordsFor(request, ctx)(`payouts:toast.${state}`, { code });
  return redirectSaying(ctx, `${path}/${params.id}`, { id: ctx.requestId, fact });
}
