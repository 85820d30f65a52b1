import { send } from "@tenantry/api/testing/web";
import { beforeAll, describe, expect, it } from "vitest";
import { bareWords, sideways, violations } from "./support/audit.ts";
import { viewsOf } from "./support/pages.ts";
import { pageRoutes } from "./support/routes.ts";
import { makeScene } from "./support/scene.ts";
import type { View } from "./support/view.ts";
import { readAsSent, visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const soak = process.env.SOAK === "1";
const each = soak ? "element" : "look";
const world = useWorld();
let views: Record<string, View[]>;
beforeAll(async () => {
  views = viewsOf(await makeScene(world));
}, 60_000);

it("has a view of every page", () => {
  expect(Object.keys(views).toSorted()).toEqual(pageRoutes.map(({ path }) => path).toSorted());
});

describe.each(pageRoutes.map(({ path }) => path))("%s", (route) => {
  it("has nothing against it: axe in light and dark, at 360 px, in every state", async () => {
    for (const [nth, view] of (views[route] ?? []).entries()) {
      // Scripts, colours and narrow windows show in what all states of a page share: between soaks in the first of them.
      const whole = soak || nth === 0;
      const page = await world.regular(view.host, view.session);
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      if (whole || view.act) await visit(page, view.path);
      else await readAsSent(page, view.path);
      await view.act?.(page);
      const where = `${view.state} ${view.path}`;
      expect(await violations(page, "all but colours"), `${where}, light`).toEqual([]);
      if (whole) expect(await violations(page, "colours", each), `${where}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      if (whole) expect(await violations(page, "colours", each), `${where}, dark`).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await sideways(page), `${where}, 360 px`).toBe(0);
      // The same elements as at full width, some of them folded away: between soaks they are looked at there.
      if (soak) expect(await violations(page, "all but colours"), `${where}, 360 px`).toEqual([]);
    }
  }, 60_000);

  it("says everything in words of the word files, and styles nothing inline", async () => {
    const reader = await world.visitor("operator.localhost");
    for (const { host, session, state, path } of views[route] ?? []) {
      const cookie = ["locale=pseudo", session && `__Host-session=${session}`].filter(Boolean).join("; ");
      const { text } = await send(world.port, host, path, { headers: { cookie } });
      expect(text.match(/<[^>]* style="[^>]*>/g) ?? [], path).toEqual([]);
      expect(text).toContain("⟦");
      expect(await bareWords(reader, text), `${state} ${path}`).toEqual([]);
    }
  });
});
