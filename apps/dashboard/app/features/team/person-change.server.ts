import "../../words/team.ts";
import type { Role } from "@tenantry/core/roles";
import { changeRole } from "@tenantry/core/team/change-role";
import { endPersonSessions } from "@tenantry/core/team/end-sessions";
import { linkForPerson, resendToPerson } from "@tenantry/core/team/invitation";
import { enablePerson } from "@tenantry/core/team/set-state";
import { data } from "react-router";
import { safePath } from "../../request/safe-path.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { teamOf } from "./place.server.ts";

/** What the forms of a person's page and row ask for, by their `intent`. */
export async function changePerson(request: Request, team: ReturnType<typeof teamOf>, userId: string) {
  const { ctx, accountId, base } = team;
  const form = await request.formData();
  const t = wordsFor(request, ctx);
  const own = `${base}/${userId}`;
  const who = { accountId, userId };
  const say = (to: string, fact: string, consequence?: string) =>
    redirectSaying(ctx, to, { id: ctx.requestId, fact, consequence });
  switch (form.get("intent")) {
    case "role": {
      // A form's fields are text; the verb's schema judges them and names the field that is wrong.
      const { role } = fieldsOf(form, "role");
      const outcome = await submitProven(request, ctx, form, (proven) =>
        changeRole(proven, { ...who, role: role as Role }),
      );
      if ("state" in outcome) return refused(outcome);
      const person = String(form.get("person") ?? "");
      return say(
        own,
        t("team:toast.role", { person, role: t(`common:role.${role}`) }),
        t("team:toast.roleAbout"),
      );
    }
    case "end": {
      const { session: sessionId } = fieldsOf(form, "session");
      const outcome = await submitProven(request, ctx, form, (proven) =>
        endPersonSessions(proven, { ...who, sessionId }),
      );
      if ("state" in outcome) return refused(outcome);
      return say(own, t("team:toast.ended", { count: outcome.done.sessions }));
    }
    case "enable": {
      const outcome = await submitProven(request, ctx, form, (proven) => enablePerson(proven, who));
      if ("state" in outcome) return refused(outcome);
      return say(own, t("team:toast.enabled", { person: outcome.done.person }));
    }
    case "resend": {
      const outcome = await submitProven(request, ctx, form, (proven) => resendToPerson(proven, who));
      if ("state" in outcome) return refused(outcome);
      const back = form.has("back") ? safePath(form.get("back")) : own;
      return say(back, t("team:toast.resent"), t("team:toast.resentAbout"));
    }
    case "link": {
      const outcome = await submitProven(request, ctx, form, (proven) => linkForPerson(proven, who));
      return "state" in outcome ? refused(outcome) : { url: outcome.done.url };
    }
    default:
      throw data(null, { status: 400 });
  }
}
