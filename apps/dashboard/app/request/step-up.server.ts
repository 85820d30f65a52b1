import { proveSession } from "@tenantry/core/identity/prove";
import type { Ctx, UserActor } from "@tenantry/core/kernel/ctx";
import { data } from "react-router";
import type { FormState } from "../ui/form.tsx";
import { pageAddress } from "./page-address.ts";
import { submit } from "./verbs.server.ts";

/** What the page that asks for a proof needs: where the form goes on to, and everything typed into it. */
export interface StepUpFacts {
  to: string;
  fields: [name: string, value: string][];
  /** Whoever has a second step proves by it. */
  by: "password" | "code";
  state?: FormState;
}

type ByUser = Ctx & { actor: UserActor };

const proofFields = ["proofPassword", "proofCode"];

/**
 * Runs a form's verb that may ask for a fresh proof of who sits there. When it does, the answer is a page that asks for
 * it, keeps what was typed and sends the whole form here again with the proof beside it; no script is needed.
 */
export async function submitProven<T>(
  request: Request,
  ctx: ByUser,
  form: FormData,
  work: (ctx: ByUser) => Promise<T>,
  options: Parameters<typeof submit>[2] = {},
) {
  const proves = proofFields.some((name) => form.has(name));
  const proven = await withProof(request, ctx, form);
  const outcome = await submit(form, () => work(proven), options);
  if ("done" in outcome) return outcome;
  if (outcome.code === "step_up_required") throw askForProof(request, ctx, form);
  // The page that asked for the proof has taken the place of what was loaded, and after a status of 400 or more nothing is loaded again.
  return proves ? { ...outcome, status: 200 } : outcome;
}

/** The request with the proof its form carries, if any; whoever proves wrongly is asked again. */
async function withProof(request: Request, ctx: ByUser, form: FormData): Promise<ByUser> {
  const [password, code] = proofFields
    .map((name) => form.get(name))
    .map((one) => (one ? String(one) : undefined));
  if (!password && !code && !proofFields.some((name) => form.has(name))) return ctx;
  const names = { password: "proofPassword", code: "proofCode" };
  const outcome = await submit(form, () => proveSession(ctx, { password, code }), {
    names,
    secrets: proofFields,
  });
  if ("state" in outcome) throw askForProof(request, ctx, form, outcome.state);
  for (const name of proofFields) form.delete(name);
  return { ...ctx, actor: { ...ctx.actor, provedAt: ctx.securityNow } };
}

function askForProof(request: Request, ctx: ByUser, form: FormData, state?: FormState) {
  const facts: StepUpFacts = {
    to: pageAddress(request),
    fields: [...form].flatMap(([name, value]): StepUpFacts["fields"] =>
      typeof value === "string" && !proofFields.includes(name) ? [[name, value]] : [],
    ),
    by: ctx.actor.hasSecondFactor ? "code" : "password",
    state: state && { errors: state.errors, formError: state.formError },
  };
  return data({ code: "step_up_required", stepUp: facts }, { status: 403 });
}
