import { PassThrough } from "node:stream";
import { serve } from "@hono/node-server";
import { createReadableStreamFromReadable } from "@react-router/node";
import { readSettings } from "@tenantry/api/config";
import { stopOnSignals } from "@tenantry/api/stop";
import { openApp } from "@tenantry/core/open-app";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { webOf } from "../server.ts";
import { Face } from "./request/face.ts";
import { Nonce } from "./request/nonce.ts";
import { pageContext } from "./request/page.ts";
import { rootFacts } from "./request/root-facts.server.ts";

// main.ts starts the process from the build, so that pages and API are one module graph.
export { startWeb } from "../server.ts";
/** What the development server and the journeys need of the same graph. */
export const parts = { readSettings, openApp, stopOnSignals, webOf, serve };

/** Errors of pages go into the same log as the API's, under the number that the page shows. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
) {
  if (request.signal.aborted) return;
  const { ctx } = context.get(pageContext);
  ctx.app.log.error({ requestId: ctx.requestId, host: ctx.tenant?.host, err: error }, "page failed");
}

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
) {
  const page = context.get(pageContext);
  const { nonce } = page;
  const facts = rootFacts(page, request.headers.get("cookie"));
  const whole = isbot(request.headers.get("user-agent")) || routerContext.isSpaMode;
  return new Promise<Response>((resolve, reject) => {
    let started = false;
    const send = () => {
      started = true;
      const body = new PassThrough();
      headers.set("content-type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <Nonce value={nonce}>
        <Face value={facts}>
          <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
        </Face>
      </Nonce>,
      {
        nonce,
        onShellReady: whole ? undefined : send,
        onAllReady: whole ? send : undefined,
        onShellError: reject,
        onError(error) {
          status = 500;
          // Before the first byte the promise rejects and the caller logs; after it nobody else would.
          if (started) console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000);
  });
}
