import { type Agency, newAgency, newReseller } from "@tenantry/core/testing";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** Usage of this month and the one before, as the rollups would hold it. */
async function used(agency: Agency, meter: string, now: bigint, before: bigint): Promise<void> {
  for (const [months, quantity] of [
    [0, now],
    [1, before],
  ] as const) {
    for (const share of [0.2, 0.8]) {
      const units = (quantity * BigInt(share * 10)) / 10n;
      await world.app.admin.query(
        `insert into usage_days (agency_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity, reseller_quantity)
         select $1, $1, $2, date_trunc('month', now())::date - make_interval(months => $3), $1, $1, $1, $4, $4
         on conflict (agency_id, account_id, meter, day) do update
           set reseller_quantity = usage_days.reseller_quantity + excluded.reseller_quantity`,
        [agency.id, meter, months, units],
      );
    }
  }
}

/** Pairs of what stands in a card that cover one another or leave it. */
function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const card of document.querySelectorAll(".stat")) {
      const edge = card.getBoundingClientRect();
      const boxes = [...card.querySelectorAll("dt, .v, .d span, .of span, .meter, .spark")].flatMap(
        (part) => {
          const range = document.createRange();
          range.selectNodeContents(part);
          const box =
            part instanceof SVGElement ? part.getBoundingClientRect() : range.getBoundingClientRect();
          return box.width > 0 ? [{ part, box }] : [];
        },
      );
      for (const { part, box } of boxes) {
        const name = `${card.querySelector("dt")?.textContent}: ${part.textContent || part.classList[0]}`;
        if (box.right > edge.right - 12 || box.left < edge.left || box.bottom > edge.bottom) found.push(name);
        for (const other of boxes) {
          if (part === other.part || part.contains(other.part) || other.part.contains(part)) continue;
          const apart =
            box.right <= other.box.left ||
            other.box.right <= box.left ||
            box.bottom <= other.box.top ||
            other.box.bottom <= box.top;
          if (!apart) found.push(`${name} over ${other.part.textContent || other.part.classList[0]}`);
        }
      }
    }
    return found;
  });
}

it("keeps value, change and spark line apart at every width, with small and with long numbers", async () => {
  const agency = await newAgency(world.app);
  await newReseller(world.app, agency);
  await used(agency, "messages", 128_490_612_345n, 4_211n);
  await used(agency, "whatsapp_messages", 1_284_906n, 1_142_003n);
  await used(agency, "team_members", 213n, 12_217n);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  for (const width of [1280, 1440, 1024, 900, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/resellers");
    expect(await page.locator(".stat", { hasText: "128,490,612,345" }).count()).toBe(1);
    expect(await overlapping(page), `at ${width}`).toEqual([]);
    if (width === 360) continue;
    const spark = await page.locator(".stat .spark").first().boundingBox();
    expect([spark?.width, spark?.height]).toEqual([88, 40]);
    // In line: the meters of a row stand at one height.
    const tops = await page
      .locator(".stat .meter")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops.slice(-2)).size, `at ${width}`).toBe(1);
  }
});

it("shows how many resellers there are beside a month ago, and the days between", async () => {
  const agency = await newAgency(world.app);
  await newReseller(world.app, agency);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await page.goto("/resellers");
  const card = page.locator(".stat").first();
  expect(await card.locator(".v").textContent()).toBe("1");
  expect(await card.locator(".d").textContent()).toMatch(/^1 more vs [A-Z][a-z]+$/);
  expect(await card.getAttribute("href")).toBe("/resellers?status=active");
});
