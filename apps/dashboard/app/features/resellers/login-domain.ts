import { checkLoginDomain } from "@tenantry/core/resellers/check-login-domain";
import { aboveResellers } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/login-domain";
import type { LoginDomainAnswer } from "./address-section.tsx";

const states: Record<string, LoginDomainAnswer["state"]> = {
  login_domain_taken: "taken",
  login_domain_reserved: "reserved",
};

/** Can this login domain be had, and which could else? Asked while it is typed. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  const asked = new URL(request.url).searchParams;
  const label = asked.get("label") ?? "";
  const company = asked.get("company") || undefined;
  const answer = await load(checkLoginDomain(ctx, { name: label, company }));
  const state = answer.available ? "free" : (states[answer.problem ?? ""] ?? "letters");
  return Response.json({ label, state, suggestions: answer.suggestions } satisfies LoginDomainAnswer);
}
