import { verifyAudit } from "@tenantry/core/audit/verify";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/chain";
import { AuditChain } from "./chain-screen.tsx";

/** Checks a part of the chain each time it is opened; nothing of it is kept. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "audit.verify");
  const given = new URL(request.url).searchParams.get("after") ?? "0";
  const after = /^\d{1,12}$/.test(given) ? Number(given) : 0;
  return { after, result: await load(verifyAudit(ctx, { after })) };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <AuditChain {...loaderData} />;
}
