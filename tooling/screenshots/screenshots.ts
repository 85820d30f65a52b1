import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../journeys/support/browser.ts";
import { viewsOf } from "../journeys/support/pages.ts";
import { makeScene } from "../journeys/support/scene.ts";
import { readmeShots } from "./readme.ts";
import { openStage } from "./stage.ts";
import { type Shot, take } from "./take.ts";

/**
 * npm run screenshots: the README's pictures into docs/screenshots, and every page in every state, light, dark and at
 * 360 px, into a folder (`--to`, else .tenantry/screenshots). `--readme` takes the README's only.
 */
const { values } = parseArgs({
  options: { to: { type: "string" }, readme: { type: "boolean", default: false } },
});
const root = new URL("../../", import.meta.url);
const everything = values.to ?? fileURLToPath(new URL(".tenantry/screenshots", root));
const readme = fileURLToPath(new URL("docs/screenshots", root));
const served = await openStage();
const browser = await launch();
try {
  const kept = await readmeShots(served);
  mkdirSync(readme, { recursive: true });
  for (const shot of kept) await take(served, browser, shot, readme);
  console.log(`${kept.length} pictures in ${readme}`);
  if (!values.readme) {
    mkdirSync(everything, { recursive: true });
    const shots = await everyShot();
    for (const shot of shots) await take(served, browser, shot, everything);
    console.log(`${shots.length} pictures in ${everything}`);
  }
} finally {
  await browser.close();
  await served.close();
}

/** Each view of the journeys' table, three times. */
async function everyShot(): Promise<Shot[]> {
  const views = Object.entries(viewsOf(await makeScene(served)));
  return views.flatMap(([path, states]) =>
    states.flatMap(({ state, ...view }, nth) => {
      const name = `${
        path
          .replace("*", "missing")
          .replaceAll(/[^a-z]+/gi, "-")
          .replaceAll(/^-|-$/g, "") || "home"
      }-${nth}-${state}`;
      const desk = { ...view, size: { width: 1280, height: 800 }, whole: true };
      return [
        { ...desk, name: `${name}-light` },
        { ...desk, name: `${name}-dark`, scheme: "dark" as const },
        // A menu in the sidebar is not there on a phone.
        ...(state === "menu" ? [] : [{ ...desk, name: `${name}-phone`, size: { width: 360, height: 740 } }]),
      ];
    }),
  );
}
