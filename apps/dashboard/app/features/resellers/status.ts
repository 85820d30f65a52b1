import { activateReseller } from "@tenantry/core/resellers/activate";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { data, redirect } from "react-router";
import { backTo, fromScript } from "../../request/back-to.server.ts";
import { aboveResellers } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { ToastMessage } from "../../ui/toast.tsx";
import type { Route } from "./+types/status";
import { said } from "./access-toast.server.ts";
import { statusOf } from "./types.ts";

/**
 * The row's toggle (B-15, B-35) and every Undo. A script's post gets the message to show; a plain form's post goes back
 * to where it came from, which then shows it.
 */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const { id } = params;
  const form = await request.formData();
  const mode = statusOf(form.get("status"));
  const outcome = await submit(form, () =>
    mode === "active" ? activateReseller(ctx, { id }) : deactivateReseller(ctx, { id, mode }),
  );
  const t = wordsFor(request, ctx);
  const toast: ToastMessage =
    "state" in outcome
      ? {
          id: ctx.requestId,
          kind: "bad",
          fact: t("resellers:toast.failed"),
          consequence: outcome.state.formError,
        }
      : said(t, ctx.requestId, outcome.done);
  if (fromScript(request)) return data({ toast });
  return redirectSaying(ctx, backTo(request, "/resellers"), toast);
}

export function loader() {
  return redirect("/resellers");
}
