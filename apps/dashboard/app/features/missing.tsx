import { data } from "react-router";
import { closesPortal } from "../request/closed.ts";
import { pageOf } from "../request/gate.server.ts";
import { asResponse } from "../request/verbs.server.ts";
import type { Route } from "./+types/missing";

/** An address that no other route takes: nothing is here, or the request was refused before it reached a page. */
export function loader({ context }: Route.LoaderArgs) {
  const { refusal, ctx } = pageOf(context);
  if (!refusal) throw data(null, { status: 404 });
  if (!closesPortal(refusal)) throw asResponse(refusal);
  const { tenant, actor } = ctx;
  const contactEmail =
    refusal.code === "reseller_locked"
      ? (tenant?.agencySupportEmail ?? tenant?.supportEmail ?? undefined)
      : undefined;
  const locked = {
    why: refusal.code,
    contactEmail,
    host: tenant?.host ?? "",
    session: actor.kind === "user",
  };
  throw data({ code: refusal.code, locked }, { status: refusal.status });
}

export default function Missing() {
  return null;
}
