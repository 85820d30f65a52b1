import "../../words/features.ts";
import { chooseForFeature } from "@tenantry/core/features/choose";
import { data, redirect } from "react-router";
import { backTo, fromScript } from "../../request/back-to.server.ts";
import { signedIn } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { ToastMessage } from "../../ui/toast.tsx";
import type { Route } from "./+types/choose";

const choices: Record<string, boolean | null> = { true: true, false: false, rule: null };

/** The switch of one account. A script's post gets the message to show; a plain form's goes back to its page, which shows it. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const released = choices[String(form.get("released"))] ?? null;
  const accountId = String(form.get("accountId"));
  const outcome = await submit(form, () =>
    chooseForFeature(ctx, { id: params.id, accountIds: [accountId], released }),
  );
  const t = wordsFor(request, ctx);
  const toast: ToastMessage =
    "state" in outcome
      ? {
          id: ctx.requestId,
          kind: "bad",
          fact: t("features:toast.failed"),
          consequence: outcome.state.formError,
        }
      : {
          id: ctx.requestId,
          fact: t(
            released === null
              ? "features:toast.ruled"
              : released
                ? "features:toast.given"
                : "features:toast.taken",
            { name: outcome.done.name },
          ),
        };
  if (fromScript(request)) return data({ toast });
  // What could not be done may have been about a feature that is not there.
  const page = "state" in outcome ? "/features" : `/features/${params.id}`;
  return redirectSaying(ctx, backTo(request, page), toast);
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/features/${params.id}`);
}
