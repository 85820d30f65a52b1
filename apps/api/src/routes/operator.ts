import { createAgency } from "@tenantry/core/agencies/create";
import { listAgencies } from "@tenantry/core/agencies/list";
import { reopenAgency } from "@tenantry/core/agencies/reopen";
import { suspendAgency } from "@tenantry/core/agencies/suspend";
import { blankSessionCookie } from "@tenantry/core/identity/cookies";
import { listMails, readMail } from "@tenantry/core/operators/mails";
import { setUpOperator } from "@tenantry/core/operators/setup";
import { signInOperator } from "@tenantry/core/operators/sign-in";
import { signOutOperator } from "@tenantry/core/operators/sign-out";
import { exampleIds, examplePassword, exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";
import { signedIn, signedInAnswer } from "./sessions.ts";

/** Operations of the installation's own host. */
export const operatorRoutes = [
  operation({
    id: "setUpOperator",
    verb: setUpOperator,
    method: "post",
    path: "/operator/setup",
    summary: "Take up an operator's one-time link",
    example: {
      token: exampleTokens.setup,
      name: "Iris",
      password: examplePassword,
      confirm: examplePassword,
    },
    status: 201,
    hosts: "operator",
    answer: signedInAnswer,
    respond: signedIn,
  }),
  operation({
    id: "createOperatorSession",
    verb: signInOperator,
    method: "post",
    path: "/operator/session",
    summary: "Sign in as operator",
    example: { email: "operator@example.com", password: examplePassword },
    status: 201,
    hosts: "operator",
    answer: signedInAnswer,
    respond: signedIn,
  }),
  operation({
    id: "deleteOperatorSession",
    verb: signOutOperator,
    method: "delete",
    path: "/operator/session",
    summary: "Sign out as operator",
    example: {},
    status: 204,
    hosts: "operator",
    respond: (c) => {
      c.header("set-cookie", blankSessionCookie);
      return c.body(null, 204);
    },
  }),
  operation({
    id: "listAgencies",
    verb: listAgencies,
    method: "get",
    path: "/operator/agencies",
    summary: "List the installation's agencies",
    example: { limit: 50 },
    hosts: "operator",
  }),
  operation({
    id: "createAgency",
    verb: createAgency,
    method: "post",
    path: "/operator/agencies",
    summary: "Create an agency and invite its owner",
    example: {
      name: "Nova Chat",
      slug: "novachat",
      ownerName: "Maya Lindqvist",
      ownerEmail: "maya@novachat.example",
    },
    status: 201,
    hosts: "operator",
  }),
  operation({
    id: "suspendAgency",
    verb: suspendAgency,
    method: "post",
    path: "/operator/agencies/{id}/suspend",
    summary: "Suspend an agency: everybody on its hosts is refused",
    example: { id: exampleIds.agency },
    status: 204,
    hosts: "operator",
  }),
  operation({
    id: "reopenAgency",
    verb: reopenAgency,
    method: "post",
    path: "/operator/agencies/{id}/reopen",
    summary: "Reopen a suspended agency",
    example: { id: exampleIds.suspendedAgency },
    status: 204,
    hosts: "operator",
  }),
  operation({
    id: "listMails",
    verb: listMails,
    method: "get",
    path: "/operator/mails",
    summary: "List the outbox",
    example: { limit: 50 },
    hosts: "operator",
  }),
  operation({
    id: "readMail",
    verb: readMail,
    method: "get",
    path: "/operator/mails/{agencyId}/{id}",
    summary: "Read one mail as it was sent",
    example: { agencyId: exampleIds.agency, id: exampleIds.mail },
    hosts: "operator",
  }),
];
