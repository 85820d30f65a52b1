import { disableSecondFactor } from "@tenantry/core/second-factor/disable";
import { enableSecondFactor } from "@tenantry/core/second-factor/enable";
import { readSecondFactor } from "@tenantry/core/second-factor/read";
import { renewRecoveryCodes } from "@tenantry/core/second-factor/recovery-codes";
import { requireSecondFactor } from "@tenantry/core/second-factor/require";
import { startSecondFactor } from "@tenantry/core/second-factor/start";
import { exampleCode, exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";

export const secondFactorRoutes = [
  operation({
    id: "readSecondFactor",
    verb: readSecondFactor,
    method: "get",
    path: "/profile/second-factor",
    summary: "Read whether you have a second step at sign-in",
    example: {},
  }),
  operation({
    id: "startSecondFactor",
    verb: startSecondFactor,
    method: "get",
    path: "/profile/second-factor/new",
    summary: "Get a secret for an authenticator; it counts once a code of it was proven",
    example: {},
  }),
  operation({
    id: "enableSecondFactor",
    verb: enableSecondFactor,
    method: "post",
    path: "/profile/second-factor",
    summary: "Switch the second step on with a first code; the recovery codes are in this answer only",
    example: { enrolment: exampleTokens.enrolment, code: exampleCode },
    status: 201,
  }),
  operation({
    id: "disableSecondFactor",
    verb: disableSecondFactor,
    method: "delete",
    path: "/profile/second-factor",
    summary: "Switch your second step off",
    example: {},
    status: 204,
  }),
  operation({
    id: "renewRecoveryCodes",
    verb: renewRecoveryCodes,
    method: "post",
    path: "/profile/second-factor/recovery-codes",
    summary: "Make new recovery codes; the old ones stop working",
    example: {},
    status: 201,
  }),
  operation({
    id: "requireSecondFactor",
    verb: requireSecondFactor,
    method: "post",
    path: "/agency/second-factor",
    summary: "Ask all of the agency's own people for a second step, or stop asking",
    example: { required: false },
    status: 204,
  }),
];
