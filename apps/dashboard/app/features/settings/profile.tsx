import { changePassword } from "@tenantry/core/identity/change-password";
import { sessionCookie } from "@tenantry/core/identity/cookies";
import { updateProfile } from "@tenantry/core/identity/profile";
import { data, redirect } from "react-router";
import { flashCookie } from "../../request/flash.server.ts";
import { signedIn } from "../../request/gate.server.ts";
import { fieldsOf, redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/profile";
import { openPages } from "./open-pages.server.ts";
import { Profile } from "./profile-screen.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const { user, tenant } = signedIn(context, request, "agency", "reseller");
  const { name, email } = user;
  return { open: openPages(user, tenant), email, values: { name } };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const t = wordsFor(request, ctx);
  if (form.get("intent") === "password") {
    const { current = "", password = "", confirm = "" } = fieldsOf(form, "current", "password", "confirm");
    const outcome = await submit(form, () => changePassword(ctx, { current, password, confirm }), {
      secrets: ["current", "password", "confirm"],
    });
    if ("state" in outcome) return data({ password: outcome.state }, { status: outcome.status });
    const { token, endsAt } = outcome.done;
    const toast = {
      id: ctx.requestId,
      fact: t("settings:profile.savedPassword"),
      consequence: t("settings:profile.savedPasswordAbout"),
    };
    const headers = new Headers({ "set-cookie": sessionCookie(token, endsAt) });
    headers.append("set-cookie", flashCookie(ctx, toast));
    return redirect("/settings/profile", { headers });
  }
  const { name = "" } = fieldsOf(form, "name");
  const outcome = await submit(form, () => updateProfile(ctx, { name }));
  if ("state" in outcome) return data({ profile: outcome.state }, { status: outcome.status });
  return redirectSaying(ctx, "/settings/profile", { id: ctx.requestId, fact: t("settings:profile.saved") });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...rest } = loaderData;
  const profile = actionData && "profile" in actionData ? actionData.profile : { values };
  const password = actionData && "password" in actionData ? actionData.password : undefined;
  return <Profile {...rest} profile={profile} password={password} />;
}
