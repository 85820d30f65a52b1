import { addPerson } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askTeam, type Method } from "../testing/team.ts";
import { inhabit, openWorld, type Place, type World } from "../testing/world.ts";

// p2: an account keeps an owner who can sign in, whoever asks and however many at once.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const { ask, sql, address, list } = askTeam(() => world);

/** A fresh agency, so that its owners can be counted. */
const freshAgency = () => inhabit(world.web);
const ownersOf = async (accountId: string) =>
  (
    await sql(
      "select count(*)::int as n from memberships where account_id = $1 and role = 'owner' and state = 'active'",
      [accountId],
    )
  ).rows[0].n as number;

describe("p2: the last owner", () => {
  const changes: [string, Method, (id: string) => string, object | undefined][] = [
    ["demoted", "PATCH", (id) => `/${id}`, { role: "admin" }],
    ["disabled", "POST", (id) => `/${id}/disable`, undefined],
    ["removed", "DELETE", (id) => `/${id}`, undefined],
  ];

  it.each(changes)("cannot be %s, not by themselves and not from above", async (_how, method, path, body) => {
    const home = await freshAgency();
    const owner = { host: home.reseller.host, session: home.reseller.owner.session };
    const spare = (await list(owner, "&role=owner")).find(
      ({ email }) => email !== home.reseller.owner.email,
    )!;
    expect((await ask(owner, "DELETE", `/${spare.userId}`)).status).toBe(200);
    const [last] = await list(owner, "&role=owner");
    const above = { ...body, accountId: home.reseller.id };
    const inQuery = method === "DELETE" ? `?accountId=${home.reseller.id}` : "";
    const tries = [
      await ask(owner, method, path(last!.userId), body),
      await ask(home.who("AO"), method, `${path(last!.userId)}${inQuery}`, inQuery ? undefined : above),
    ];
    for (const answer of tries) expect(answer.json()).toMatchObject({ status: 409, code: "last_owner" });
    expect(await ownersOf(home.reseller.id)).toBe(1);
  });

  it("an invited owner who has not accepted does not count", async () => {
    const home = await freshAgency();
    const owner = { host: home.reseller.host, session: home.reseller.owner.session };
    for (const { userId, email } of await list(owner, "&role=owner"))
      if (email !== home.reseller.owner.email) await ask(owner, "DELETE", `/${userId}`);
    await ask(owner, "POST", "", { email: address(), role: "owner" });
    const me = (await list(owner)).find(({ email }) => email === home.reseller.owner.email)!;
    expect((await ask(owner, "PATCH", `/${me.userId}`, { role: "viewer" })).json().code).toBe("last_owner");
  });

  it.each(changes)(
    "of 50 owners who are all to be %s at once, one stays",
    async (_how, method, path, body) => {
      const home = await freshAgency();
      const place: Place = home.places.reseller;
      const people: { userId: string; session: string }[] = [];
      for (let n = 0; n < 50; n++) people.push(await addPerson(world.web.app, place.host, place, "owner"));
      await sql(`update memberships set role = 'viewer' where account_id = $1 and user_id <> all($2)`, [
        place.accountId,
        people.map(({ userId }) => userId),
      ]);
      expect(await ownersOf(place.accountId)).toBe(50);
      // Each is asked for by the agency's owner, whom none of the changes touches.
      const boss = home.who("AO");
      const inQuery = method === "DELETE" ? `?accountId=${place.accountId}` : "";
      const send = (userId: string): Promise<number> =>
        ask(
          boss,
          method,
          `${path(userId)}${inQuery}`,
          inQuery ? undefined : { ...body, accountId: place.accountId },
        ).then(
          // Too many waiting at once is told as busy: nothing was done, and it is asked again.
          ({ status }) => (status === 503 ? send(userId) : status),
        );
      const answers = await Promise.all(people.map(({ userId }) => send(userId)));
      expect(answers.filter((status) => status === 409)).toHaveLength(1);
      expect(await ownersOf(place.accountId)).toBe(1);
    },
    60_000,
  );
});
