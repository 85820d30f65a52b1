import { send } from "@tenantry/api/testing/web";
import { beforeAll, expect, it } from "vitest";
import { viewsOf } from "./support/pages.ts";
import { makeScene } from "./support/scene.ts";
import type { View } from "./support/view.ts";
import { useWorld } from "./support/world.ts";

// What was chosen in a form that is refused stands there again, on every page that has one, as the server sends it.
const world = useWorld();
let views: View[];
beforeAll(async () => {
  views = Object.values(viewsOf(await makeScene(world)))
    .flat()
    .filter(({ state }) => state === "full");
}, 60_000);

it("keeps every choice of a form that is refused", async () => {
  const reader = await world.visitor("operator.localhost");
  const read = (html: string) => reader.evaluate(selectsIn, html);
  const seen = new Set<string>();
  const kept = new Set<string>();
  for (const { host, session, path } of views) {
    const headers = session ? { cookie: `__Host-session=${session}` } : {};
    const { text } = await send(world.port, host, path, { headers });
    for (const { action, selects } of await read(text)) {
      const target = action || path;
      const key = `${host} ${target.replaceAll(/[0-9a-f-]{36}/g, "id")}`;
      if (seen.has(key) || selects.length === 0) continue;
      seen.add(key);
      const chosen = Object.fromEntries(selects.map(({ name, other }) => [name, other]));
      const refused = await send(world.port, host, target, {
        method: "POST",
        body: new URLSearchParams(chosen).toString(),
        headers: {
          ...headers,
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
        },
      });
      if (refused.status !== 422) continue;
      const again = (await read(refused.text)).find((form) => form.selects[0]?.name === selects[0]?.name);
      const standing = Object.fromEntries((again?.selects ?? []).map(({ name, now }) => [name, now]));
      expect(standing, `${host} ${target}`).toEqual(chosen);
      kept.add(target);
    }
  }
  expect([...kept]).toEqual(
    expect.arrayContaining(["/resellers/new", "/plans/new", "/settings/keys/new", "/distributors/new"]),
  );
}, 60_000);

/** The forms of a page that post, with what is chosen in each select and a choice that is not. Runs in the browser. */
function selectsIn(html: string) {
  const read = new DOMParser().parseFromString(html, "text/html");
  return [...read.querySelectorAll("form[method=post i]")].map((form) => ({
    action: form.getAttribute("action") ?? "",
    selects: [...form.querySelectorAll("select[name]")]
      .map((select) => {
        const options = [...select.querySelectorAll("option")];
        const now = (options.find((option) => option.hasAttribute("selected")) ?? options[0])?.value ?? "";
        const other = options.map(({ value }) => value).findLast((value) => value !== now && value !== "");
        return { name: select.getAttribute("name") ?? "", now, other: other ?? now };
      })
      .filter(({ name }) => name !== ""),
  }));
}
