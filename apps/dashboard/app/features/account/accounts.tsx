import "../../words/account.ts";
import { listAccounts } from "@tenantry/core/identity/list-accounts";
import { switchAccount } from "@tenantry/core/identity/switch-account";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/accounts";
import { Accounts } from "./accounts-screen.tsx";

/** The companies of this host that the person is in, to go over from one to another. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  return load(listAccounts(ctx, {}));
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx, tenant } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const accountId = String(form.get("accountId"));
  const outcome = await submit(form, () => switchAccount(ctx, { accountId }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("account:others.toast", { name: String(form.get("name")) });
  // Straight to where its first page is, because what is said stands on the first page only.
  const own = tenant.kind === "reseller" ? "/" : "/resellers";
  return redirectSaying(ctx, accountId === tenant.accountId ? own : "/account", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <Accounts {...loaderData} state={actionData?.state} />;
}
