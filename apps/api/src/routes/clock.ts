import { moveClock } from "@tenantry/core/clock/move";
import { readClock } from "@tenantry/core/clock/read";
import { operation } from "./operation.ts";

export const clockRoutes = [
  operation({
    id: "readClock",
    verb: readClock,
    method: "get",
    path: "/clock",
    summary: "Read the agency's business clock, by which renewals, trials and holds go",
    example: {},
  }),
  operation({
    id: "moveClock",
    verb: moveClock,
    method: "post",
    path: "/clock/move",
    summary: "Move a test agency's business clock forward; what is due by then is carried out",
    example: { days: 1 },
  }),
];
