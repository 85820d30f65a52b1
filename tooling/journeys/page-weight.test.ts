import { gzipSync } from "node:zlib";
import { send } from "@tenantry/api/testing/web";
import { afterAll, beforeAll, expect, it } from "vitest";
import { viewsOf } from "./support/pages.ts";
import { makeScene, type Scene } from "./support/scene.ts";
import { openServed, type Served } from "./support/server.ts";

const KIB = 1024;

let served: Served;
let scene: Scene;
beforeAll(async () => {
  served = await openServed();
  scene = await makeScene(served);
}, 60_000);
afterAll(() => served?.close());

/** What a browser fetches for a page: its HTML, and every file that the HTML names. */
async function weigh(host: string, path: string, session?: string) {
  const headers = { host: `${host}:${served.port}` };
  const { text } = await send(served.port, host, path, { session, headers });
  const files = [...new Set(text.match(/\/assets\/[\w.-]+/g) ?? [])].filter((file) => {
    // The route table inside the page names the files of all routes; the browser asks for those in links and imports.
    return (
      text.includes(`href="${file}"`) || text.includes(`import "${file}"`) || text.includes(`from "${file}"`)
    );
  });
  let js = 0;
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const { text: code } = await send(served.port, host, file, { headers });
    js += gzipSync(code).length;
  }
  return { text, js, files, requests: files.length + 1 };
}

it("opens the agency's list with at most 180 KiB of scripts in at most 12 requests, rows in the HTML", async () => {
  const { text, js, requests, files } = await weigh(
    scene.agency.host,
    "/resellers",
    scene.agency.owner.session,
  );
  console.log(`list: ${(js / KIB).toFixed(1)} KiB of scripts, ${requests} requests`);
  expect(text).toMatch(new RegExp(`<tbody>.*${scene.reseller.name}.*</tbody>`, "s"));
  expect(js / KIB).toBeLessThanOrEqual(180);
  expect(requests, files.join(" ")).toBeLessThanOrEqual(12);
});

it("opens a reseller's home with at most 180 KiB of scripts", async () => {
  const { js } = await weigh(scene.reseller.host, "/", scene.reseller.owner.session);
  expect(js / KIB).toBeLessThanOrEqual(180);
});

it("opens pages for people who are not signed in without any script", async () => {
  for (const view of Object.values(viewsOf(scene)).flat()) {
    if (view.session || view.path.startsWith("/welcome")) continue;
    const { text, js } = await weigh(view.host, view.path);
    expect(js, view.path).toBe(0);
    expect(text, view.path).not.toContain("<script");
  }
});
