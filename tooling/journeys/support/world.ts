import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launch } from "./browser.ts";
import { openServed, type Served } from "./server.ts";
import { keepSession } from "./session.ts";
import { watch } from "./watch.ts";

export interface VisitorOptions extends BrowserContextOptions {
  /** A session's cookie value, for journeys that do not begin with signing in. */
  session?: string;
}

/** The product and a browser. Every person of a journey gets a context, as if on a machine of their own. */
export interface World extends Served {
  visitor(host: string, options?: VisitorOptions): Promise<Page>;
}

/** Opens a world for a suite; it watches every page and fails the test on which one misbehaved. */
export function useWorld(): World {
  const world = {} as World;
  let browser: Browser;
  let people: { context: BrowserContext; problems: string[] }[] = [];
  beforeAll(async () => {
    const [served, launched] = await Promise.all([openServed(), launch()]);
    browser = launched;
    Object.assign(world, served, { visitor });
  });
  async function visitor(host: string, { session, ...options }: VisitorOptions = {}): Promise<Page> {
    const context = await browser.newContext({ baseURL: world.origin(host), ...options });
    context.setDefaultTimeout(10_000);
    people.push({ context, problems: watch(context, world.port) });
    if (session) await keepSession(context, host, session);
    return context.newPage();
  }
  afterEach(async () => {
    const left = people;
    people = [];
    await Promise.all(left.map(({ context }) => context.close()));
    expect(left.flatMap(({ problems }) => problems)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await world.close?.();
  });
  return world;
}
