import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { errorStatus } from "@tenantry/core/kernel/errors";
import { t } from "@tenantry/core/words/index";
import { Hono } from "hono";
import { html } from "hono/html";
import { ctxOf, type Web } from "../http/open.ts";

/** The API's documentation, served from here: no request leaves for a third party. `script` is the reader's file. */
export function docsRoutes(script: string) {
  return new Hono<Web>()
    .get("/", (c) => {
      const nonce = randomBytes(16).toString("base64url");
      c.header("content-security-policy", docsPolicy(nonce));
      const { name } = ctxOf(c).tenant ?? { name: "Operator" };
      return c.html(html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width,initial-scale=1" />
            <title>API · ${name}</title>
            <link rel="icon" href="data:," />
          </head>
          <body>
            <script
              nonce="${nonce}"
              id="api-reference"
              data-url="/api/v1/openapi.json"
              data-configuration='{"withDefaultFonts":false,"telemetry":false,"hideClientButton":true,"showDeveloperTools":"never","mcp":{"disabled":true},"agent":{"disabled":true}}'
            ></script>
            <script nonce="${nonce}" src="/api/docs/reference.js"></script>
          </body>
        </html>`);
    })
    .get("/reference.js", (c) => {
      c.header("content-type", "text/javascript; charset=utf-8");
      c.header("cache-control", "public, max-age=86400");
      return c.body(Readable.toWeb(createReadStream(script)) as ReadableStream);
    })
    .get("/errors", (c) => {
      const rows = Object.entries(errorStatus).map(
        ([code, status]) =>
          html`<dt id="${code}"><code>${code}</code> (${status})</dt><dd>${t(`errors:${code}`)}</dd>`,
      );
      return c.html(html`<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Errors</title></head>
        <body><h1>Errors</h1><dl>${rows}</dl></body></html>`);
    });
}

/** The reader makes its own style elements; scripts still need this page's nonce. */
function docsPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
