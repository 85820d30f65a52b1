import { chooseNotice, readNotices } from "@tenantry/core/notices/choices";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/notifications";
import { Notifications } from "./notifications-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "notice.read");
  return { open: openPages(user, ctx.tenant), ...(await load(readNotices(ctx, {}))) };
}

/** Only what has changed is stored: what was never chosen goes on following the role. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const wanted = new Set((await request.formData()).getAll("notices").map(String));
  const { notices } = await load(readNotices(ctx, {}));
  for (const { kind, wanted: before } of notices)
    if (wanted.has(kind) !== before) await load(chooseNotice(ctx, { kind, wanted: wanted.has(kind) }));
  const fact = wordsFor(request, ctx)("security:notices.saved");
  return redirectSaying(ctx, "/settings/notifications", { id: ctx.requestId, fact });
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Notifications {...loaderData} />;
}
