import { data } from "react-router";
import { closedPage, closesPortal } from "../request/closed.ts";
import { pageOf } from "../request/gate.server.ts";
import { asResponse } from "../request/verbs.server.ts";
import type { Route } from "./+types/missing";

/** An address that no other route takes: nothing is here, or the request was refused before it reached a page. */
export function loader({ context }: Route.LoaderArgs) {
  const { refusal, sent, ctx } = pageOf(context);
  if (sent) throw data({ sent }, { status: 401 });
  if (!refusal) throw data(null, { status: 404 });
  if (!closesPortal(refusal)) throw asResponse(refusal);
  throw closedPage(ctx, refusal);
}

export default function Missing() {
  return null;
}
