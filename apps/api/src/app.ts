import type { App } from "@tenantry/core/kernel/ctx";
import { AppError } from "@tenantry/core/kernel/errors";
import { ownOrigin } from "@tenantry/core/tenancy/origin";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { describer } from "./describe.ts";
import { docsRoutes } from "./docs/routes.ts";
import { health } from "./health.ts";
import { paymentHooks } from "./hooks/payments.ts";
import { logAndAnswer } from "./http/answer-error.ts";
import { securityHeaders } from "./http/headers.ts";
import { ctxOf, openMiddleware, type Web } from "./http/open.ts";
import { limitRate } from "./http/rate-limit/limit-rate.ts";
import { serveOperation } from "./http/serve-operation.ts";
import { operations } from "./routes/index.ts";

/** Draws the pages of a host; undefined where the API runs alone. */
export interface Pages {
  /** Files of the build, served before any look-up because they are the same for everybody. */
  assets: (request: Request) => Promise<Response | undefined>;
  /** Answers a request for a page. `refusal` says why this actor may see nothing but why. */
  page: (request: Request, opened: Web["Variables"]["opened"]) => Promise<Response>;
  /** Says an error to a person as a page of the host it happened on. */
  problem: (request: Request, opened: Web["Variables"]["opened"], error: AppError) => Promise<Response>;
}

/** The web process's table of contents: health, files, then host -> session -> gate, then API or page. */
export function createWeb(app: App, { docsScript, pages }: { docsScript: string; pages?: Pages }) {
  const web = new Hono<Web>();
  const rateLimit = limitRate(app);
  web.onError((error, c) => logAndAnswer(app, { pages, rateLimit }, error, c));
  web.route("/api", health(app));
  const compressed = compress();
  // Pages are worth compressing; an API answer is small, and looking at it would cost more than it saves.
  web.use((c, next) => (c.req.path.startsWith("/api/v1/") ? next() : compressed(c, next)));
  web.use(async (c, next) => {
    const file = await pages?.assets(c.req.raw);
    return file ?? next();
  });
  web.use(openMiddleware(app));
  const apiHeaders = Object.entries({
    ...securityHeaders({ secure: app.config.scheme === "https" }),
    "cache-control": "no-store",
  });
  web.use("/api/*", async (c, next) => {
    // Before the handler, which may say otherwise: headers added to a finished answer cost it its fast way out.
    for (const [name, value] of apiHeaders) c.header(name, value);
    c.header("x-request-id", ctxOf(c).requestId);
    await next();
  });
  web.use("/api/v1/*", rateLimit.middleware);
  web.route("/api/docs", docsRoutes(docsScript));
  web.use("/api/hooks/*", rateLimit.middleware);
  web.route("/api/hooks/payments", paymentHooks());
  web.route("/api/v1", api());
  web.all("/api/*", () => {
    throw new AppError("not_found");
  });
  web.all("*", formLimit, (c) => {
    if (!pages) throw new AppError("not_found");
    return pages.page(c.req.raw, c.get("opened"));
  });
  return web;
}

const largestForm = 2 * 1024 * 1024;

/** A page's form is read whole into memory: nothing larger than a file we would take comes that far. */
const formLimit = bodyLimit({
  maxSize: largestForm,
  onError: () => {
    throw new AppError("body_too_large", { params: { maximum: largestForm } });
  },
});

/** Everything under /api/v1, from the list of operations. */
function api() {
  const v1 = new Hono<Web>();
  const describe = describer();
  v1.get("/openapi.json", (c) => {
    const ctx = ctxOf(c);
    return c.json(
      describe({ name: ctx.tenant?.name ?? "Operator", origin: ownOrigin(ctx), operator: !ctx.tenant }),
    );
  });
  for (const path of inOrder(new Set(operations.map((operation) => operation.path)))) {
    const here = operations.filter((operation) => operation.path === path);
    const address = path.replaceAll(/\{(\w+)\}/g, ":$1");
    const methods = here.map(({ method }) => method.toUpperCase());
    for (const [nth, operation] of here.entries()) v1.on(methods[nth]!, address, serveOperation(operation));
    // Whatever is read answers HEAD as well.
    const allowed = [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].join(", ");
    v1.all(address, () => {
      throw new AppError("method_not_allowed", { params: { allowed } });
    });
  }
  return v1;
}

/** An address of its own before one with an id in that place ("{" comes after letters): "preview" is nobody's id. */
function inOrder(paths: Set<string>): string[] {
  return [...paths].toSorted((one, other) => (one < other ? -1 : 1));
}
