import { randomBytes } from "node:crypto";
import { securityHeaders } from "@tenantry/api/http/headers";
import { blankSessionCookie } from "@tenantry/core/identity/cookies";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import type { AppError } from "@tenantry/core/kernel/errors";
import { stripePageOrigin } from "@tenantry/core/platform/payments/stripe-page";
import type { Opened } from "@tenantry/core/request";
import { ownOrigin } from "@tenantry/core/tenancy/origin";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { closesPortal } from "./closed.ts";
import { blankFlash, readFlash } from "./flash.server.ts";
import { type Page, pageContext, type SentForm } from "./page.ts";
import { isRouterFetch, pageAddress } from "./page-address.ts";
import { mayBeUnsigned, sentForm } from "./sent-form.server.ts";

/**
 * Answers requests for pages with React Router, on a request made anew from the tenant's stored host. Takes the build
 * itself: of a function that loads it the router would rank all routes anew for each request, a quarter of a page's time.
 */
export function drawPages(app: App, build: ServerBuild, mode: "production" | "development") {
  const handler = createRequestHandler(build, mode);
  const draw = async (request: Request, opened: Opened, told: Told = {}): Promise<Response> => {
    const nonce = randomBytes(16).toString("base64url");
    const { ctx } = opened;
    const flash = readFlash(ctx, request.headers.get("cookie"));
    const page: Page = {
      nonce,
      requestId: ctx.requestId,
      tenant: {
        name: ctx.tenant?.name ?? "Operator",
        host: ctx.tenant?.host ?? "",
        colour: ctx.tenant?.color ?? null,
      },
      zone: ctx.tenant?.billingZone ?? "UTC",
      demo: app.config.demo,
      toast: flash,
      ctx,
      ...told,
    };
    const context = new RouterContextProvider();
    context.set(pageContext, page);
    const own = onOwnHost(request, ctx);
    const copy = mayBeUnsigned(own, ctx) ? own.clone() : undefined;
    const response = await handler(own, context);
    if (copy && page.unsigned) return again(opened, request, await sentForm(copy));
    return finish(response, ctx, { nonce, spent: flash !== undefined, stale: opened.staleSession });
  };
  /** A page that holds what was sent, to be sent again: without a script there is nothing else that could keep it. */
  const again = (opened: Opened, request: Request, sent: SentForm) =>
    draw(new Request(new URL(problemPath, request.url)), opened, { sent });
  /** Draws the error as a page of the host it happened on. Always a GET: what was refused is not run after all. */
  const problem = async (request: Request, opened: Opened, error: AppError) => {
    if (isRouterFetch(request))
      return finish(toldToRouter(request, error), opened.ctx, { stale: opened.staleSession });
    return draw(new Request(new URL(problemPath, request.url), { headers: request.headers }), opened, {
      refusal: error,
    });
  };
  const page = (request: Request, opened: Opened) => {
    const { refusal } = opened;
    const { pathname } = new URL(request.url);
    const open =
      /^\/sign-out(\.data)?$/.test(pathname) ||
      (refusal && refusal.code !== "agency_suspended" && openWhileLocked.test(pathname));
    return refusal && !open ? problem(request, opened, refusal) : draw(request, opened, { refusal });
  };
  return { page, problem };
}

type Told = Pick<Page, "refusal" | "sent">;

/** Leads to no page, so that the router draws the refusal it finds in the page's context. */
const problemPath = "/-/problem";

/** An error as the router in the browser takes it. Where the whole portal is closed the page is loaded anew, to say so. */
function toldToRouter(request: Request, error: AppError): Response {
  if (!closesPortal(error)) return new Response(error.code, { status: error.status });
  const to = request.method === "GET" ? pageAddress(request) : "/";
  const headers = { "x-remix-redirect": to, "x-remix-reload-document": "true" };
  return new Response(null, { status: 204, headers });
}

/** A locked reseller's people may still sign out, and others may sign in; nothing else. */
const openWhileLocked = /^\/(sign-in|settings\/theme)(\.data)?$/;

/**
 * Pages build links from this address: it must be ours, not the sender's. Origin was judged by the gate in front of all
 * routes; the router's own look at it would refuse the "null" of pages that send no referrer.
 */
function onOwnHost(request: Request, ctx: Ctx): Request {
  const { pathname, search } = new URL(request.url);
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const headers = new Headers(request.headers);
  headers.delete("origin");
  return new Request(`${ownOrigin(ctx)}${pathname}${search}`, {
    method: request.method,
    headers,
    body: hasBody ? request.body : undefined,
    signal: request.signal,
    ...(hasBody ? { duplex: "half" } : {}),
  } as RequestInit);
}

function finish(
  response: Response,
  ctx: Ctx,
  state: { nonce?: string; spent?: boolean; stale: boolean },
): Response {
  const answer = new Response(response.body, response);
  const { scheme, stripeBaseUrl } = ctx.app.config;
  const secure = scheme === "https";
  const ours = securityHeaders({ nonce: state.nonce, secure, paysAt: stripePageOrigin(stripeBaseUrl) });
  for (const [name, value] of Object.entries(ours)) {
    if (!answer.headers.has(name)) answer.headers.set(name, value);
  }
  if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "no-store");
  answer.headers.set("x-request-id", ctx.requestId);
  if (state.spent && !answer.headers.get("set-cookie")?.includes("__Host-flash=")) {
    answer.headers.append("set-cookie", blankFlash);
  }
  if (state.stale && !answer.headers.get("set-cookie")?.includes("__Host-session=")) {
    answer.headers.append("set-cookie", blankSessionCookie);
  }
  return answer;
}
