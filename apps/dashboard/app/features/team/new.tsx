import "../../words/team.ts";
import { readTogether } from "@tenantry/core/kernel/together";
import type { Role } from "@tenantry/core/roles";
import { invitePerson } from "@tenantry/core/team/invite";
import { grantableRoles } from "@tenantry/core/team/rules";
import { requireVerb } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/new";
import { InvitationMade, InvitePerson } from "./invite-screen.tsx";
import { placeOf, teamOf } from "./place.server.ts";

export async function loader(args: Route.LoaderArgs) {
  const team = teamOf(args);
  requireVerb(team.ctx, "team.invite");
  const place = await load(readTogether(team.ctx, (ask) => placeOf(ask, team)));
  return { place, roles: grantableRoles(team.user, team.account) };
}

/** Answers with the link: its text stands in this answer only. */
export async function action(args: Route.ActionArgs) {
  const { ctx, accountId, base } = teamOf(args);
  const form = await args.request.formData();
  const { email = "", name, role } = fieldsOf(form, "email", "name", "role");
  // A form's fields are text; the verb's schema judges them and names the field that is wrong.
  const outcome = await submitProven(args.request, ctx, form, (proven) =>
    invitePerson(proven, { accountId, email, name, role: role as Role }),
  );
  if ("state" in outcome) return refused(outcome);
  const { url } = outcome.done;
  if (url !== null) return { made: { email, url } };
  // In at once: there is no link to pass on.
  const t = wordsFor(args.request, ctx);
  const toast = {
    id: ctx.requestId,
    fact: t("team:toast.added", { email }),
    consequence: t("team:toast.addedAbout"),
  };
  return redirectSaying(ctx, base, toast);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { place, roles } = loaderData;
  if (actionData && "made" in actionData) return <InvitationMade place={place} {...actionData.made} />;
  return <InvitePerson place={place} roles={roles} state={actionData?.state} />;
}
