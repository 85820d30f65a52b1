import { inTenant } from "@tenantry/db";
import { memberships, passwords, sessions, users } from "@tenantry/db/schema";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { hashPassword } from "../identity/passwords.ts";
import { signIn } from "../identity/sign-in.ts";
import type { App } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
import type { Role } from "../roles.ts";
import { contextFor } from "./context.ts";

export const personPassword = "correct horse battery staple";

export interface Person {
  userId: string;
  email: string;
  session: string;
}

let hash: Promise<string> | undefined;

/**
 * A person with this role in an account, signed in on `host`. `account` is where the role is held: the realm itself,
 * or one of its customers. Written directly, because the team page's verbs come later.
 */
export async function addPerson(
  app: App,
  host: string,
  account: {
    agencyId: string;
    accountId: string;
    distributorId?: string;
    resellerId: string;
    customerId?: string;
    realmId?: string;
  },
  role: Role,
): Promise<Person> {
  const userId = newId();
  const email = `${role}-${userId.slice(-12)}@${host}.example`;
  const { agencyId, resellerId, accountId } = account;
  const scope = { agencyId, distributorId: account.distributorId ?? agencyId, resellerId };
  hash ??= hashPassword(personPassword);
  const stored = await hash;
  await inTenant(app.pool, { agency: agencyId, kind: "agency", account: agencyId }, async (tx) => {
    const realmId = account.realmId ?? accountId;
    await tx.insert(users).values({ ...scope, id: userId, realmId, email, name: `${role} person` });
    await tx.insert(passwords).values({ ...scope, userId, hash: stored });
    const customerId = account.customerId ?? agencyId;
    await tx.insert(memberships).values({ ...scope, userId, accountId, customerId, role });
  });
  const signedIn = await signIn(await contextFor(app, host), { email, password: personPassword });
  if ("pending" in signedIn) throw new Error("A new person has no second step");
  await keepProven(app, agencyId, signedIn.token);
  return { userId, email, session: signedIn.token };
}

/** Lets a session pass for freshly proven all day: suites take longer than the five minutes a person has. */
export async function keepProven(app: App, agencyId: string, session: string): Promise<void> {
  await proveAt(app, agencyId, session, sql`now() + interval '1 day'`);
}

/** Ages a session's proof past what counts. */
export async function loseProof(app: App, agencyId: string, session: string): Promise<void> {
  await proveAt(app, agencyId, session, sql`now() - interval '301 seconds'`);
}

async function proveAt(app: App, agencyId: string, session: string, at: SQL): Promise<void> {
  const [id = ""] = session.split(".");
  await inTenant(app.pool, { agency: agencyId, kind: "agency", account: agencyId }, (tx) =>
    tx
      .update(sessions)
      .set({ provedAt: at as never })
      .where(and(eq(sessions.agencyId, agencyId), eq(sessions.id, id))),
  );
}
