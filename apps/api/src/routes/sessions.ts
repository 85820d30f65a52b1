import { blankSessionCookie, sessionCookie } from "@tenantry/core/identity/cookies";
import { listAccounts } from "@tenantry/core/identity/list-accounts";
import { listSessions } from "@tenantry/core/identity/list-sessions";
import { proveSession } from "@tenantry/core/identity/prove";
import { revokeOtherSessions } from "@tenantry/core/identity/revoke-other-sessions";
import { revokeSession } from "@tenantry/core/identity/revoke-session";
import { passSecondStep } from "@tenantry/core/identity/second-step";
import { signIn } from "@tenantry/core/identity/sign-in";
import { signOut } from "@tenantry/core/identity/sign-out";
import { switchAccount } from "@tenantry/core/identity/switch-account";
import type { Context } from "hono";
import { z } from "zod";
import type { Web } from "../http/open.ts";
import { exampleCode, exampleIds, examplePassword, exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";

/** What a finished sign-in answers. */
export const signedInAnswer = z.object({ endsAt: z.iso.datetime(), mustChangePassword: z.boolean() });

/** What a right password answers: signed in, or for somebody with a second step what `passSecondStep` takes. */
export const passwordAnswer = z.union([
  signedInAnswer,
  z.object({ pending: z.string(), until: z.iso.datetime() }),
]);

/** The token goes into the cookie; a script of the page never sees it. */
export function signedIn(
  c: Context<Web>,
  session: { token: string; endsAt: Date; mustChangePassword?: boolean },
) {
  c.header("set-cookie", sessionCookie(session.token, session.endsAt));
  return c.json(
    { endsAt: session.endsAt.toISOString(), mustChangePassword: session.mustChangePassword ?? false },
    201,
  );
}

/** The same, or that the second step is still to come: then there is no cookie. */
export function signedInOrPending(
  c: Context<Web>,
  answer: Parameters<typeof signedIn>[1] | { pending: string; until: Date },
) {
  if ("token" in answer) return signedIn(c, answer);
  return c.json({ pending: answer.pending, until: answer.until.toISOString() }, 201);
}

export const sessionRoutes = [
  operation({
    id: "createSession",
    verb: signIn,
    method: "post",
    path: "/session",
    summary: "Sign in on this host; the session comes as a cookie, or first the second step is asked for",
    example: { email: "maya@example.com", password: examplePassword },
    status: 201,
    answer: passwordAnswer,
    respond: signedInOrPending,
  }),
  operation({
    id: "passSecondStep",
    verb: passSecondStep,
    method: "post",
    path: "/session/second-step",
    summary: "Finish a sign-in with a code of the authenticator or a recovery code",
    example: { pending: exampleTokens.pending, code: exampleCode },
    status: 201,
    answer: signedInAnswer,
    respond: signedIn,
  }),
  operation({
    id: "proveSession",
    verb: proveSession,
    method: "post",
    path: "/session/proof",
    summary:
      "Prove again that it is you, by password or, with a second step, by code; it counts for five minutes",
    example: { password: examplePassword },
    status: 204,
  }),
  operation({
    id: "deleteSession",
    verb: signOut,
    method: "delete",
    path: "/session",
    summary: "Sign out",
    example: {},
    status: 204,
    respond: (c) => {
      c.header("set-cookie", blankSessionCookie);
      return c.body(null, 204);
    },
  }),
  operation({
    id: "listAccounts",
    verb: listAccounts,
    method: "get",
    path: "/session/accounts",
    summary: "List the accounts of this host that you are in",
    example: {},
  }),
  operation({
    id: "switchAccount",
    verb: switchAccount,
    method: "post",
    path: "/session/account",
    summary: "Go over to another account of this host that you are in",
    example: { accountId: exampleIds.ownAccount },
    status: 204,
  }),
  operation({
    id: "listSessions",
    verb: listSessions,
    method: "get",
    path: "/sessions",
    summary: "List your live sessions",
    example: {},
  }),
  operation({
    id: "revokeSession",
    verb: revokeSession,
    method: "delete",
    path: "/sessions/{id}",
    summary: "End one of your sessions",
    example: { id: exampleTokens.session },
    status: 204,
  }),
  operation({
    id: "revokeOtherSessions",
    verb: revokeOtherSessions,
    method: "delete",
    path: "/sessions",
    summary: "End all of your sessions but this one",
    example: {},
    status: 204,
  }),
];
