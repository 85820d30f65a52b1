import { may, refusalOf } from "@tenantry/core/kernel/authorize";
import type { Ctx, Tenant, UserActor } from "@tenantry/core/kernel/ctx";
import { AppError } from "@tenantry/core/kernel/errors";
import type { VerbName } from "@tenantry/core/policy";
import { data, type RouterContextProvider, redirect } from "react-router";
import { type Page, pageContext } from "./page.ts";
import { pageAddress } from "./page-address.ts";
import { asResponse } from "./verbs.server.ts";

type Context = Readonly<RouterContextProvider>;

/** Which of the product's faces a host shows. */
export type Face = "agency" | "reseller" | "operator";

export function pageOf(context: Context): Page {
  return context.get(pageContext);
}

export function faceOf(ctx: Ctx): Face {
  if (!ctx.tenant) return "operator";
  return ctx.tenant.kind === "agency" ? "agency" : "reseller";
}

/** A signed-in person's request on one of the faces named; everybody else is sent to sign in, or finds nothing. */
export function signedIn(context: Context, request: Request, ...faces: Face[]) {
  const page = pageOf(context);
  const { ctx } = page;
  if (!faces.includes(faceOf(ctx))) throw data(null, { status: 404 });
  const { actor, tenant } = ctx;
  if (actor.kind !== "user" || !tenant) throw toSignIn(page, request);
  if (actor.mustChangePassword) throw redirect("/change-password");
  if (tenant.secondFactorRequired && !actor.hasSecondFactor) throw redirect("/second-factor");
  return { page, ctx: ctx as Ctx & { tenant: Tenant; actor: UserActor }, tenant, user: actor };
}

/** A page about resellers: an agency's, or those of an upline beneath it. Elsewhere there is no such page. */
export function aboveResellers(context: Context, request: Request) {
  const opened = signedIn(context, request, "agency", "reseller");
  if (!hasResellers(opened.tenant)) throw data(null, { status: 404 });
  return opened;
}

/** A page about customers: an agency's, or a reseller's own. A distributor sells through its resellers and has none. */
export function aboveCustomers(context: Context, request: Request) {
  const opened = signedIn(context, request, "agency", "reseller");
  if (opened.tenant.kind === "distributor") throw data(null, { status: 404 });
  return opened;
}

/** Does this tenant have resellers of its own? */
export function hasResellers({ kind, delegation }: Tenant): boolean {
  return kind === "agency" || delegation !== null;
}

/** The same for the installation's operator. */
export function operatorOnly(context: Context, request: Request) {
  const page = pageOf(context);
  const { ctx } = page;
  if (faceOf(ctx) !== "operator") throw data(null, { status: 404 });
  if (ctx.actor.kind !== "operator") throw toSignIn(page, request);
  return { page, ctx, operator: ctx.actor };
}

/** A page for people who are not signed in, on a tenant's host. */
export function onTenant(context: Context) {
  const page = pageOf(context);
  const { tenant } = page.ctx;
  if (!tenant) throw data(null, { status: 404 });
  return { page, ctx: page.ctx, tenant, face: { name: tenant.name, host: tenant.host } };
}

/** 403 for a page this person's role, or the kind of their account, does not open. */
export function requireVerb(ctx: Ctx, verb: VerbName): void {
  if (!may(ctx.actor, verb)) throw asResponse(new AppError(refusalOf(ctx.actor, verb)));
}

/** To the sign-in page and from there back here. A post is answered instead: going on would lose what it carries. */
export function toSignIn(page: Page, request: Request) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    page.unsigned = true;
    return asResponse(new AppError("unauthenticated"));
  }
  const next = pageAddress(request);
  return redirect(next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
}
