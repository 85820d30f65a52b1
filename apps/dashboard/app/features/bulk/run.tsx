import { readBulkRun } from "@tenantry/core/bulk/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useLookAgain } from "../../ui/use-look-again.ts";
import type { Route } from "./+types/run";
import { BulkRunScreen } from "./run-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "bulk-run.read");
  const { failures, next, ...run } = await load(readBulkRun(ctx, { id: params.id }));
  const t = wordsFor(request, ctx);
  const told = failures.map((row) => ({ ...row, why: t(`bulk:why.${row.code}`) }));
  return { run, failures: told, more: next !== null };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { run } = loaderData;
  useLookAgain(run.finishedAt === null);
  return <BulkRunScreen {...loaderData} />;
}
