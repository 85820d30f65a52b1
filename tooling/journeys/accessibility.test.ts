import { send } from "@tenantry/api/testing/web";
import { beforeAll, describe, expect, it } from "vitest";
import { bareWords, sideways, violations } from "./support/audit.ts";
import { type View, viewsOf } from "./support/pages.ts";
import { pageRoutes } from "./support/routes.ts";
import { makeScene } from "./support/scene.ts";
import { takenOver } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let views: Record<string, View[]>;
beforeAll(async () => {
  views = viewsOf(await makeScene(world));
}, 60_000);

it("has a view of every page", () => {
  expect(Object.keys(views).toSorted()).toEqual(pageRoutes.map(({ path }) => path).toSorted());
});

describe.each(pageRoutes.map(({ path }) => path))("%s", (path) => {
  it("has nothing against it: axe in light and dark, at 360 px, in every state", async () => {
    for (const view of views[path] ?? []) {
      const page = await world.visitor(view.host, { session: view.session, colorScheme: "light" });
      await page.goto(view.path);
      await takenOver(page);
      await view.act?.(page);
      const where = `${view.state} ${view.path}`;
      expect(await violations(page), `${where}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      expect(await violations(page), `${where}, dark`).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await sideways(page), `${where}, 360 px`).toBe(0);
      expect(await violations(page), `${where}, 360 px`).toEqual([]);
      await page.context().close();
    }
  }, 60_000);

  it("says everything in words of the word files, and styles nothing inline", async () => {
    for (const view of views[path] ?? []) {
      const headers = { cookie: view.session ? `__Host-session=${view.session}` : "" };
      const { text } = await send(world.port, view.host, view.path, { headers });
      expect(text.match(/<[^>]* style="[^>]*>/g) ?? [], view.path).toEqual([]);
      const page = await world.visitor(view.host, { session: view.session });
      await page.context().addCookies([{ name: "locale", value: "pseudo", url: world.origin(view.host) }]);
      await page.goto(view.path);
      await takenOver(page);
      expect(await bareWords(page), `${view.state} ${view.path}`).toEqual([]);
      await page.context().close();
    }
  }, 60_000);
});
