import { data } from "react-router";
import { pageOf } from "../../request/gate.server.ts";

/** A page of an installation on somebody's own machine, before anybody has signed in; elsewhere there is none. */
export function demoOnly(context: Parameters<typeof pageOf>[0]) {
  const page = pageOf(context);
  if (page.ctx.tenant || !page.demo) throw data(null, { status: 404 });
  return page;
}
