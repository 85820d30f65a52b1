import "../../words/customers.ts";
import { activateCustomer } from "@tenantry/core/customers/activate";
import { deactivateCustomer } from "@tenantry/core/customers/deactivate";
import { data, redirect } from "react-router";
import { backTo, fromScript } from "../../request/back-to.server.ts";
import { aboveCustomers } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { type Say, wordsFor } from "../../request/words.server.ts";
import type { ToastMessage } from "../../ui/toast.tsx";
import type { Route } from "./+types/status";

type Change = Awaited<ReturnType<typeof activateCustomer>>;

/**
 * The row's switch and every Undo. A script's post gets the message to show; a plain form's post goes back to where it
 * came from, which then shows it.
 */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const { id } = params;
  const form = await request.formData();
  const verb = form.get("status") === "active" ? activateCustomer : deactivateCustomer;
  const outcome = await submit(form, () => verb(ctx, { id }));
  const t = wordsFor(request, ctx);
  const toast: ToastMessage =
    "state" in outcome
      ? {
          id: ctx.requestId,
          kind: "bad",
          fact: t("customers:toast.failed"),
          consequence: outcome.state.formError,
        }
      : said(t, ctx.requestId, outcome.done);
  if (fromScript(request)) return data({ toast });
  return redirectSaying(ctx, backTo(request, "/customers"), toast);
}

/** What a change did, in numbers, with the way back. */
function said(t: Say, id: string, { id: customer, name, status, people }: Change): ToastMessage {
  return {
    id,
    fact: t(`customers:toast.${status}`, { name }),
    consequence: t(`customers:toast.${status === "active" ? "back" : "out"}`, { count: people }),
    undo: {
      action: `/customers/${customer}/status`,
      fields: { status: status === "active" ? "inactive" : "active" },
    },
  };
}

export function loader() {
  return redirect("/customers");
}
