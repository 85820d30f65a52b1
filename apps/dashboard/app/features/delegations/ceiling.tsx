import "../../words/distributors.ts";
import { readDelegation } from "@tenantry/core/delegations/read";
import { removeDelegation } from "@tenantry/core/delegations/remove";
import { setDelegation } from "@tenantry/core/delegations/set";
import { readDistributor } from "@tenantry/core/distributors/read";
import { readTogether } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/ceiling";
import { ceilingOf, ceilingValues } from "./ceiling-form.server.ts";
import { CeilingScreen } from "./ceiling-screen.tsx";

/** Whose ceiling the address is about. */
const placeOf = (request: Request) =>
  new URL(request.url).pathname.startsWith("/distributors/")
    ? ("distributors" as const)
    : ("resellers" as const);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "delegation.set");
  const { id } = params;
  const place = placeOf(request);
  const [{ delegation, possible, hanging }, { name }] = await load(
    readTogether(
      ctx,
      async (ask) =>
        [
          await ask(readDelegation, { id }),
          place === "distributors" ? await ask(readDistributor, { id }) : await ask(readReseller, { id }),
        ] as const,
    ),
  );
  if (!possible) throw data(null, { status: 404 });
  return {
    place,
    upline: { id, name },
    resellers: delegation?.resellers ?? 0,
    hanging,
    removable: delegation !== null && place === "resellers",
    values: ceilingValues(delegation),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = params;
  const form = await request.formData();
  const removes = form.get("intent") === "remove";
  const outcome = await submit<unknown>(form, () =>
    removes ? removeDelegation(ctx, { id }) : setDelegation(ctx, { id, ...ceilingOf(form) }),
  );
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  return redirectSaying(ctx, `/${placeOf(request)}/${id}`, {
    id: ctx.requestId,
    fact: t(removes ? "distributors:toast.ceilingRemoved" : "distributors:toast.ceilingSet"),
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...rest } = loaderData;
  return <CeilingScreen {...rest} state={actionData?.state ?? { values }} />;
}
