import { accessRoutes } from "./access.ts";
import { accountRoutes } from "./accounts.ts";
import { apiKeyRoutes } from "./api-keys.ts";
import { auditRoutes } from "./audit.ts";
import type { Operation } from "./operation.ts";
import { operatorRoutes } from "./operator.ts";
import { peopleRoutes } from "./people.ts";
import { resellerRoutes } from "./resellers.ts";
import { sessionRoutes } from "./sessions.ts";
import { usageRoutes } from "./usage.ts";

/** The API's table of contents: every operation there is. */
export const operations: Operation[] = [
  ...sessionRoutes,
  ...peopleRoutes,
  ...resellerRoutes,
  ...accountRoutes,
  ...usageRoutes,
  ...accessRoutes,
  ...auditRoutes,
  ...apiKeyRoutes,
  ...operatorRoutes,
];
