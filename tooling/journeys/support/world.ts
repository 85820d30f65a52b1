import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launch } from "./browser.ts";
import { openServed, type Served } from "./server.ts";
import { keepSession } from "./session.ts";
import { watch } from "./watch.ts";

export interface VisitorOptions extends BrowserContextOptions {
  /** A session's cookie value, for journeys that do not begin with signing in. */
  session?: string;
  /** The origin of somebody else's site that the journey leads to. */
  beyond?: string;
}

/** The product and a browser. Every person of a journey gets a context, as if on a machine of their own. */
export interface World extends Served {
  visitor(host: string, options?: VisitorOptions): Promise<Page>;
  /** The one page of somebody whose machine is kept to the suite's end, with the scripts and styles it has loaded. */
  regular(host: string, session?: string): Promise<Page>;
}

interface Person {
  context: BrowserContext;
  problems: string[];
}

/** Opens a world for a suite; it watches every page and fails the test on which one misbehaved. */
export function useWorld(): World {
  const world = {} as World;
  let browser: Browser;
  let people: Person[] = [];
  const regulars = new Map<string, Person & { page: Page }>();
  beforeAll(async () => {
    const [served, launched] = await Promise.all([openServed(), launch()]);
    browser = launched;
    Object.assign(world, served, { visitor, regular });
  });
  async function arrive(host: string, { session, beyond, ...options }: VisitorOptions): Promise<Person> {
    const context = await browser.newContext({ baseURL: world.origin(host), ...options });
    context.setDefaultTimeout(10_000);
    if (session) await keepSession(context, host, session);
    return { context, problems: watch(context, world.port, beyond) };
  }
  async function visitor(host: string, options: VisitorOptions = {}): Promise<Page> {
    const person = await arrive(host, options);
    people.push(person);
    return person.context.newPage();
  }
  async function regular(host: string, session = ""): Promise<Page> {
    const key = `${host} ${session}`;
    const known = regulars.get(key);
    if (known) return known.page;
    const person = await arrive(host, { session });
    const page = await person.context.newPage();
    regulars.set(key, { ...person, page });
    return page;
  }
  afterEach(async () => {
    const left = people;
    people = [];
    await Promise.all(left.map(({ context }) => context.close()));
    const everybody = [...left, ...regulars.values()];
    expect(everybody.flatMap(({ problems }) => problems.splice(0))).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await world.close?.();
  });
  return world;
}
