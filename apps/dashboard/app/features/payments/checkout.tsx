import { answerCheckout } from "@tenantry/core/payments/answer-checkout";
import { openCheckout } from "@tenantry/core/payments/open-checkout";
import { delays } from "@tenantry/core/payments/schemas";
import { data, redirect } from "react-router";
import { asVisitor, opened } from "../../request/as-visitor.server.ts";
import { safePath } from "../../request/safe-path.ts";
import { secretAddress } from "../../request/secret-address.ts";
import { refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/checkout";
import { Checkout, DeadCheckout } from "./checkout-screen.tsx";

export const handle = { public: true, plain: true };
export const headers = secretAddress;

export function meta() {
  return [{ name: "robots", content: "noindex" }];
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, face } = asVisitor(context);
  const checkout = await opened(openCheckout(ctx, { checkout: params.checkout }));
  if (!checkout) return data({ tenant: face, asked: null }, { status: 410 });
  const { code, amountMinor, currency } = checkout;
  return { tenant: face, asked: { code, amountMinor, currency } };
}

/** Back to the invoice, which is told how it went: the gateway's own call comes a moment later. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = asVisitor(context);
  const form = await request.formData();
  const chosen = form.get("outcome") === "paid" ? "paid" : "declined";
  const delay = delays.find((one) => one === form.get("delay"));
  const input = { checkout: params.checkout, outcome: chosen, twice: form.has("twice"), delay } as const;
  const outcome = await submit(form, () => answerCheckout(ctx, input));
  if ("state" in outcome) return refused(outcome);
  const back = `${safePath(outcome.done.back)}?answer=${chosen}`;
  return redirect(back, { headers: secretAddress() });
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { tenant, asked } = loaderData;
  return asked ? <Checkout tenant={tenant} asked={asked} /> : <DeadCheckout tenant={tenant} />;
}
