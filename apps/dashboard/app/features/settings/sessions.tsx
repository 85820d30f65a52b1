import { listSessions } from "@tenantry/core/identity/list-sessions";
import { revokeOtherSessions } from "@tenantry/core/identity/revoke-other-sessions";
import { revokeSession } from "@tenantry/core/identity/revoke-session";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/sessions";
import { deviceOf } from "./device.server.ts";
import { openPages } from "./open-pages.server.ts";
import { Sessions } from "./sessions-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  const { sessions } = await load(listSessions(ctx, {}));
  return {
    open: openPages(user, ctx.tenant),
    sessions: sessions.map(({ userAgent, ...row }) => ({ ...row, device: deviceOf(userAgent) })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const t = wordsFor(request, ctx);
  const chosen = String((await request.formData()).get("session") ?? "");
  const others = chosen === "others";
  await load(others ? revokeOtherSessions(ctx, {}) : revokeSession(ctx, { id: chosen }));
  const fact = t(others ? "settings:sessions.endedOthers" : "settings:sessions.ended");
  return redirectSaying(ctx, "/settings/sessions", { id: ctx.requestId, fact });
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Sessions {...loaderData} />;
}
