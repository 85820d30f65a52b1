import { personPassword } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf } from "../testing/web.ts";
import { newPerson, openWorld, type World } from "../testing/world.ts";

// features.md 2.14: a customer's Active flag stops the customer's own sign-in, and nobody else's.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const profile = (session?: string) => world.web.ask(world.reseller.host, "/api/v1/profile", { session });
const tryIn = (email: string) =>
  world.web.ask(world.reseller.host, "/api/v1/session", { body: { email, password: personPassword } });
const turn = (verb: string) => {
  const { host, session } = world.who("RO");
  return world.web.ask(host, `/api/v1/customers/${world.customerId}/${verb}`, { session, method: "POST" });
};

describe("deactivating a customer", () => {
  it("locks its people out on their next request, and nobody of its seller's", async () => {
    const { email, session } = await newPerson(world.web, world.places.customer, "member");
    expect((await profile(session)).status).toBe(200);
    expect((await turn("deactivate")).json()).toMatchObject({ status: "inactive", changed: true });
    expect((await profile(session)).json()).toMatchObject({ status: 403, code: "customer_locked" });
    expect((await tryIn(email)).json()).toMatchObject({ status: 403, code: "customer_locked" });
    expect((await tryIn(world.reseller.owner.email)).status).toBe(201);
    expect((await profile(world.who("RV").session)).status).toBe(200);
  });

  it("is told to nobody who does not know the password", async () => {
    await turn("activate");
    const { email } = await newPerson(world.web, world.places.customer, "member");
    await turn("deactivate");
    const body = { email, password: "something else altogether" };
    const answer = await world.web.ask(world.reseller.host, "/api/v1/session", { body });
    expect(answer.json()).toMatchObject({ status: 401, code: "wrong_credentials" });
  });

  it("undone in time lets the same sessions go on, and later asks to sign in anew", async () => {
    await turn("activate");
    const { email, session } = await newPerson(world.web, world.places.customer, "member");
    await turn("deactivate");
    await turn("activate");
    expect((await profile(session)).status).toBe(200);
    await turn("deactivate");
    await world.web.app.admin.query(
      "update accounts set status_changed_at = now() - interval '31 seconds' where id = $1",
      [world.customerId],
    );
    await turn("activate");
    expect((await profile(session)).status).toBe(401);
    expect((await profile(cookieOf(await tryIn(email)))).status).toBe(200);
  });
});
