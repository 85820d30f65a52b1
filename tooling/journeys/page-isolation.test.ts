import { leaksIn } from "@tenantry/api/testing/canaries";
import { raw, request } from "@tenantry/api/testing/raw";
import { snapshot } from "@tenantry/api/testing/snapshot";
import type { Answer } from "@tenantry/api/testing/web";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anyForm,
  type Crawl,
  filled,
  foreignPaths,
  formType,
  openCrawl,
  operatorRoute,
  peopleOf,
  recordRoutes,
  told,
} from "./support/crawl.ts";
import { routes } from "./support/routes.ts";

let crawl: Crawl;
beforeAll(async () => {
  crawl = await openCrawl();
}, 120_000);
afterAll(() => crawl?.close());

const soak = process.env.SOAK === "1";

/** Everybody, or of each kind of account who may most and who may least: roles are the matrix's business. */
const askers = () => peopleOf(crawl).filter(({ name }) => soak || /^(anonymous|PO|[AR][OV]|CO)$/.test(name));

/** What an address with nobody's record tells: asked once, since it is the same for every id of its form. */
function answersOfNobody() {
  const known = new Map<string, string>();
  return async (path: string, ask: () => Promise<Answer>): Promise<string> => {
    const form = path.replaceAll(/[\w.-]{36,}?(?=\/|\.data|$)/g, (id) => `<${id.length}>`);
    const answer = known.get(form) ?? told(await ask(), path);
    known.set(form, answer);
    return answer;
  };
}

const mayKnow = (path: string, name: string) => name === "PO" && operatorRoute.test(path);

describe.each(recordRoutes)("$path", ({ path, reads, acts, isPage }) => {
  it("reads somebody else's record like one that does not exist (T01)", async () => {
    if (!reads) return;
    for (const person of askers()) {
      if (mayKnow(path, person.name)) continue;
      const ofNobody = answersOfNobody();
      for (const [nth, { foreign, random }] of foreignPaths(crawl, person, path).entries()) {
        // A page's HTML is made of the same answer: one of each is enough between soaks.
        for (const end of isPage ? (soak || nth === 0 ? ["", ".data"] : [".data"]) : [""]) {
          const answer = await crawl.ask(person.host, foreign + end, person.session);
          const nobodys = await ofNobody(random + end, () =>
            crawl.ask(person.host, random + end, person.session),
          );
          const who = `${person.name} at ${foreign}${end}`;
          expect(told(answer, foreign), who).toBe(nobodys);
          expect(leaksIn(answer, person, crawl.battery.canaries), who).toEqual([]);
        }
      }
    }
  }, 60_000);

  it("changes nothing of somebody else's, and tells nothing of it (T01)", async () => {
    if (!acts) return;
    const before = await snapshot(crawl.app.admin);
    for (const person of askers()) {
      if (mayKnow(path, person.name)) continue;
      const ofNobody = answersOfNobody();
      for (const { foreign, random } of foreignPaths(crawl, person, path)) {
        const post = {
          session: person.session,
          method: "POST",
          body: anyForm,
          headers: { "content-type": formType },
        };
        const answer = await crawl.ask(person.host, foreign, person.session, post);
        const nobodys = await ofNobody(random, () => crawl.ask(person.host, random, person.session, post));
        const who = `${person.name} posts to ${foreign}`;
        expect(told(answer, foreign), who).toBe(nobodys);
        expect(leaksIn(answer, person, crawl.battery.canaries), who).toEqual([]);
      }
    }
    expect(await snapshot(crawl.app.admin)).toEqual(before);
  }, 60_000);
});

it("carries no text of anybody else on any page (T02)", async () => {
  const { home, canaries } = crawl.battery;
  for (const person of askers()) {
    for (const { path, reads, isPage } of routes.filter((route) => route.reads)) {
      if (!reads) continue;
      const id = path.startsWith("/resellers") ? home.reseller.id : home.agency.id;
      // A page's data stands in its HTML.
      for (const end of isPage && soak ? ["", ".data"] : [""]) {
        const answer = await crawl.ask(person.host, filled(path, id) + end, person.session);
        expect(leaksIn(answer, person, canaries), `${person.name} at ${path}${end}`).toEqual([]);
      }
    }
  }
}, 300_000);

it.each(routes.filter(({ acts }) => acts))(
  "$path takes no post from a sibling's page (T12)",
  async ({ path }) => {
    const { home, others } = crawl.battery;
    const sibling = `origin: ${crawl.origin(others[0]!.reseller.host)}`;
    const before = await snapshot(crawl.app.admin);
    for (const name of ["AO", "RO", "PO"]) {
      const { host, session } = home.who(name);
      const url = filled(path, path.startsWith("/resellers") ? home.reseller.id : home.agency.id);
      const own = [
        `host: ${host}:${crawl.port}`,
        `cookie: __Host-session=${session}`,
        `content-type: ${formType}`,
      ];
      for (const claim of [
        [sibling],
        [sibling, "sec-fetch-site: same-site"],
        ["sec-fetch-site: cross-site"],
        [],
      ]) {
        for (const end of ["", ".data"]) {
          const post = request(`POST ${url}${end} HTTP/1.1`, [...own, ...claim], anyForm);
          expect((await raw(crawl.port, post)).status, `${name} ${url}${end} ${claim}`).toBe(403);
        }
      }
    }
    expect(await snapshot(crawl.app.admin)).toEqual(before);
  },
);
