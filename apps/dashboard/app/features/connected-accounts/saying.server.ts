import "../../words/connected-accounts.ts";
import { checkConnectedAccount } from "@tenantry/core/connected-accounts/check";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";

export const ownPage = "/settings/connected-account";

/** Asks Stripe anew and goes to the page of the account, which says what came of it. */
export async function sayingHowItIs(
  request: Request,
  ctx: Ctx,
  gatewayId: string,
  said: "answered" | "returned",
): Promise<Response> {
  const outcome = await submit(new FormData(), () => checkConnectedAccount(ctx, { gatewayId }));
  const t = wordsFor(request, ctx);
  const id = ctx.requestId;
  if ("state" in outcome)
    return redirectSaying(ctx, ownPage, { id, fact: outcome.state.formError ?? t("errors:not_connected") });
  const state = outcome.done.account?.state ?? "unreachable";
  const consequence = t(`connected-accounts:states.${state}`);
  return redirectSaying(ctx, ownPage, { id, fact: t(`connected-accounts:${said}`), consequence });
}
