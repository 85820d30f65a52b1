import { activateReseller } from "@tenantry/core/resellers/activate";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { data, redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { safePath } from "../../request/safe-path.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { type Say, wordsFor } from "../../request/words.server.ts";
import type { ToastMessage } from "../../ui/toast.tsx";
import type { Route } from "./+types/status";

/**
 * The row's toggle (B-15, B-35). A script's post gets the message to show; a plain form's post goes back to where it
 * came from, which then shows it.
 */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const on = form.get("status") === "active";
  const outcome = await submit(form, () =>
    (on ? activateReseller : deactivateReseller)(ctx, { id: params.id }),
  );
  const t = wordsFor(request, ctx);
  const id = ctx.requestId;
  const toast: ToastMessage =
    "state" in outcome
      ? { id, kind: "bad", fact: t("resellers:toast.failed"), consequence: outcome.state.formError }
      : said(t, id, outcome.done);
  const fromScript =
    new URL(request.url).pathname.endsWith(".data") || request.headers.get("accept") === "*/*";
  if (fromScript) return data({ toast });
  return redirectSaying(ctx, backTo(request), toast);
}

export function loader() {
  return redirect("/resellers");
}

type Change = Awaited<ReturnType<typeof activateReseller>>;

function said(t: Say, id: string, { id: reseller, name, status, people, customers }: Change): ToastMessage {
  const fields = { status: status === "active" ? "inactive" : "active" };
  const undo = { action: `/resellers/${reseller}/status`, fields };
  if (status === "active") {
    return {
      id,
      fact: t("resellers:toast.activated", { name }),
      consequence: t("resellers:toast.back", { count: people }),
      undo,
    };
  }
  const consequence = t("resellers:toast.consequence", {
    people: t("resellers:toast.people", { count: people }),
    customers: t("resellers:toast.customers", { count: customers }),
  });
  return { id, fact: t("resellers:toast.deactivated", { name }), consequence, undo };
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
