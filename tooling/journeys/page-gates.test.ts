import { send } from "@tenantry/api/testing/web";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filled } from "./support/crawl.ts";
import { viewsOf } from "./support/pages.ts";
import { routes } from "./support/routes.ts";
import { makeScene, type Scene } from "./support/scene.ts";
import { openServed, type Served } from "./support/server.ts";
import type { View } from "./support/view.ts";

let served: Served;
let scene: Scene;
beforeAll(async () => {
  served = await openServed();
  scene = await makeScene(served);
}, 60_000);
afterAll(() => served?.close());

const ask = (host: string, path: string, session?: string) =>
  send(served.port, host, path, { session, headers: { host: `${host}:${served.port}` } });

/** A locked reseller's people may still reach the way in and the way out; a suspended agency's only the way out. */
const openWhileLocked = ["/sign-in", "/sign-out", "/settings/theme"];

it("refuses a locked reseller's people and a suspended agency on every page and every fetch of the router", async () => {
  const shut = [
    { ...scene.locked, open: openWhileLocked },
    { ...scene.suspended, open: ["/sign-out"] },
  ];
  for (const { host, owner, open, id } of shut) {
    for (const { path } of routes.filter(({ reads }) => reads)) {
      if (open.includes(path)) continue;
      const url = filled(path, id);
      const page = await ask(host, url, owner.session);
      expect(page.status, url).toBe(403);
      expect(page.text).toContain("This account is not open at the moment");
      const fetched = await ask(host, `${url}.data`, owner.session);
      expect([fetched.status, fetched.text], `${url}.data`).toEqual([204, ""]);
      expect(fetched.headers["x-remix-reload-document"]).toBe("true");
    }
  }
});

it("never shows on a reseller's host who stands behind it", async () => {
  const { agency, reseller } = scene;
  const traces = ["Tenantry", "tenantry", agency.name, agency.slug, agency.owner.email];
  const views = Object.values(viewsOf(scene)).flat();
  const theirs = views.filter(({ host }) => host.endsWith(".partner.localhost"));
  const paths = new Set([...theirs.map(({ path }) => path), "/no/such/page", "/resellers", "/api/docs", "/"]);
  for (const path of paths) {
    for (const session of [reseller.owner.session, undefined]) {
      const { headers, text } = await ask(reseller.host, path, session);
      const all = JSON.stringify(headers) + text;
      expect(
        traces.filter((trace) => all.includes(trace)),
        path,
      ).toEqual([]);
    }
  }
});

it("takes the database once for who asks and once for each page that is drawn: a dialog stands over another", async () => {
  let taken = 0;
  served.app.pool.on("acquire", () => {
    taken += 1;
  });
  const most: Record<string, number> = {};
  for (const [path, views] of Object.entries(viewsOf(scene))) {
    for (const view of views as View[]) {
      taken = 0;
      await ask(view.host, view.path, view.session);
      most[path] = Math.max(most[path] ?? 0, taken);
    }
  }
  const allowed = (path: string) => (viewsOf(scene)[path]?.[0]?.state === "dialog" ? 3 : 2);
  expect(Object.entries(most).filter(([path, count]) => count > allowed(path))).toEqual([]);
}, 60_000);

it("sends the headers that hold a page in, with a nonce of its own", async () => {
  const nonces = new Set<string>();
  const views = Object.values(viewsOf(scene)).map(([first]) => first!);
  for (const view of views) {
    const { headers } = await ask(view.host, view.path, view.session);
    const policy = String(headers["content-security-policy"]);
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "default-src 'none'",
    ])
      expect(policy, view.path).toContain(part);
    expect(policy).not.toContain("unsafe");
    nonces.add(/'nonce-([\w-]+)'/.exec(policy)?.[1] ?? "");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["cache-control"]).toBe("no-store");
  }
  expect(nonces.size).toBe(views.length);
  expect(nonces.has("")).toBe(false);
  const link = await ask(scene.invited.link.hostname, scene.invited.link.pathname);
  expect(link.headers["referrer-policy"]).toBe("no-referrer");
}, 60_000);
