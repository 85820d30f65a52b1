import "../../words/clock.ts";
import { moveClock } from "@tenantry/core/clock/move";
import { readClock } from "@tenantry/core/clock/read";
import { may } from "@tenantry/core/kernel/authorize";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { unitsOf } from "../plans/typed.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/clock";
import { Clock } from "./clock-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency");
  requireVerb(ctx, "clock.read");
  return {
    open: openPages(user, ctx.tenant),
    clock: await load(readClock(ctx, {})),
    mayMove: may(user, "clock.move"),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  // What is no number goes to the verb as it is: its schema names the field.
  const days = unitsOf(String(form.get("days") ?? "")) as number;
  const outcome = await submit(form, () => moveClock(ctx, { days }));
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  const toast = {
    id: ctx.requestId,
    fact: t("clock:moved", { count: days }),
    consequence: t("clock:movedAbout"),
  };
  return redirectSaying(ctx, "/settings/clock", toast);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <Clock {...loaderData} state={actionData?.state} />;
}
