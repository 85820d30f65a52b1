import "../../words/team.ts";
import { readPerson } from "@tenantry/core/team/read";
import { removePerson } from "@tenantry/core/team/remove";
import { disablePerson } from "@tenantry/core/team/set-state";
import { data } from "react-router";
import { requireVerb } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { teamOf } from "./place.server.ts";

type How = "remove" | "disable";
type Args = Parameters<typeof teamOf>[0] & { params: { userId: string } };

const verbs = { remove: removePerson, disable: disablePerson };
const toasts = { remove: "team:toast.removed", disable: "team:toast.disabled" };

/** What the dialog says in numbers. */
export async function readLeaving(args: Args, how: How) {
  const team = teamOf(args);
  requireVerb(team.ctx, `team.${how}`);
  const { accountId, base } = team;
  const person = await load(readPerson(team.ctx, { accountId, userId: args.params.userId }));
  if (!team.mayGrant(person.role)) throw data(null, { status: 403 });
  const { name, email, state, sessions, keys } = person;
  return {
    how,
    person: { name, email, state, sessions, keys },
    closeTo: base + new URL(args.request.url).search,
  };
}

export async function leave(args: Args, how: How) {
  const { ctx, accountId, base } = teamOf(args);
  const { userId } = args.params;
  const form = await args.request.formData();
  const outcome = await submitProven(args.request, ctx, form, (proven) =>
    verbs[how](proven, { accountId, userId }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(args.request, ctx)(toasts[how], { person: outcome.done.person });
  return redirectSaying(ctx, base + new URL(args.request.url).search, { id: ctx.requestId, fact });
}
