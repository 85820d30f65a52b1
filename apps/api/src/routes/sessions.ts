import { blankSessionCookie, sessionCookie } from "@tenantry/core/identity/cookies";
import { listSessions } from "@tenantry/core/identity/list-sessions";
import { revokeOtherSessions } from "@tenantry/core/identity/revoke-other-sessions";
import { revokeSession } from "@tenantry/core/identity/revoke-session";
import { signIn } from "@tenantry/core/identity/sign-in";
import { signOut } from "@tenantry/core/identity/sign-out";
import type { Context } from "hono";
import { z } from "zod";
import type { Web } from "../http/open.ts";
import { examplePassword, exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";

/** What a sign-in answers. */
export const signedInAnswer = z.object({ endsAt: z.iso.datetime(), mustChangePassword: z.boolean() });

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

export const sessionRoutes = [
  operation({
    id: "createSession",
    verb: signIn,
    method: "post",
    path: "/session",
    summary: "Sign in on this host; the session comes as a cookie",
    example: { email: "maya@example.com", password: examplePassword },
    status: 201,
    answer: signedInAnswer,
    respond: signedIn,
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
