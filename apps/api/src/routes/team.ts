import { changeRole } from "@tenantry/core/team/change-role";
import { endPersonSessions } from "@tenantry/core/team/end-sessions";
import { linkForPerson, resendToPerson } from "@tenantry/core/team/invitation";
import { invitePerson } from "@tenantry/core/team/invite";
import { listTeam } from "@tenantry/core/team/list";
import { readPerson } from "@tenantry/core/team/read";
import { removePerson } from "@tenantry/core/team/remove";
import { disablePerson, enablePerson } from "@tenantry/core/team/set-state";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const person = { userId: exampleIds.person };
const invited = { userId: exampleIds.invitedPerson };

/** Each takes `accountId` besides: an account below the caller's own. */
export const teamRoutes = [
  operation({
    id: "listTeam",
    verb: listTeam,
    method: "get",
    path: "/team",
    summary: "List the people of your account, or of one below it: search, filter, sort, page",
    example: { search: "jo", state: "active", sort: "name", limit: 25 },
  }),
  operation({
    id: "invitePerson",
    verb: invitePerson,
    method: "post",
    path: "/team",
    summary: "Invite somebody by email into a role; the answer carries a link to pass on",
    example: { email: "sam@example.com", name: "Sam Okafor", role: "support" },
    status: 201,
  }),
  operation({
    id: "readPerson",
    verb: readPerson,
    method: "get",
    path: "/team/{userId}",
    summary: "Read one person with sessions and the number of keys",
    example: person,
  }),
  operation({
    id: "changeRole",
    verb: changeRole,
    method: "patch",
    path: "/team/{userId}",
    summary: "Give somebody another role; it counts from their next request on",
    example: { ...person, role: "support" },
    status: 204,
  }),
  operation({
    id: "removePerson",
    verb: removePerson,
    method: "delete",
    path: "/team/{userId}",
    summary: "Remove somebody: sessions end, keys are revoked, an open invitation stops working",
    example: person,
  }),
  operation({
    id: "disablePerson",
    verb: disablePerson,
    method: "post",
    path: "/team/{userId}/disable",
    summary: "Shut somebody out until they are let in again",
    example: person,
  }),
  operation({
    id: "enablePerson",
    verb: enablePerson,
    method: "post",
    path: "/team/{userId}/enable",
    summary: "Let somebody in again",
    example: { userId: exampleIds.disabledPerson },
  }),
  operation({
    id: "endPersonSessions",
    verb: endPersonSessions,
    method: "delete",
    path: "/team/{userId}/sessions",
    summary: "End all of somebody's sessions, or the one named",
    example: person,
  }),
  operation({
    id: "resendToPerson",
    verb: resendToPerson,
    method: "post",
    path: "/team/{userId}/invitation/resend",
    summary: "Mail somebody's invitation again; earlier links stop working",
    example: invited,
    status: 204,
  }),
  operation({
    id: "linkForPerson",
    verb: linkForPerson,
    method: "post",
    path: "/team/{userId}/invitation/link",
    summary: "Make an invitation link to copy and pass on",
    example: invited,
    status: 201,
  }),
];
