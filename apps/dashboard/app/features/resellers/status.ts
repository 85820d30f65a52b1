import { activateReseller } from "@tenantry/core/resellers/activate";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { data, redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { safePath } from "../../request/safe-path.ts";
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
  const { ctx } = signedIn(context, request, "agency");
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
  const fromScript =
    new URL(request.url).pathname.endsWith(".data") || request.headers.get("accept") === "*/*";
  if (fromScript) return data({ toast });
  return redirectSaying(ctx, backTo(request), toast);
}

export function loader() {
  return redirect("/resellers");
}

/** The page the form stood on, on this host and nowhere else. */
function backTo(request: Request): string {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return "/resellers";
  const from = new URL(referer);
  return from.origin === new URL(request.url).origin
    ? safePath(`${from.pathname}${from.search}`)
    : "/resellers";
}
