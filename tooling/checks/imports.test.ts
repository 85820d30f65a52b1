import { expect, test } from "vitest";
import { checkImports } from "./imports.ts";

const check = (path: string, text: string) => checkImports([{ path, text }]);

test.each([
  ["packages/db/src/a.ts", 'import { x } from "@tenantry/core/a";'],
  ["packages/core/src/a.ts", 'import type { App } from "@tenantry/api";'],
  ["packages/core/src/a.ts", 'export * from "../../../apps/api/src/app.ts";'],
  ["apps/api/src/routes/a.ts", 'import { openPool } from "@tenantry/db";'],
  ["apps/dashboard/app/root.tsx", 'import { app } from "@tenantry/api";'],
  ["apps/dashboard/app/root.tsx", 'const { app } = await import("@tenantry/api");'],
  ["packages/core/src/a.ts", 'import { step } from "../../../tooling/scripts/progress.mjs";'],
])("%s may not say %s", (path, text) => {
  expect(check(path, text)).toHaveLength(1);
});

test.each([
  ["packages/core/src/a.ts", 'import { inTenant } from "@tenantry/db"; import { z } from "zod";'],
  ["apps/api/src/routes/a.ts", 'import { list } from "@tenantry/core/resellers";'],
  ["apps/api/src/main.ts", 'import { openPool } from "@tenantry/db";'],
  ["apps/api/src/app.test.ts", 'import { testDatabase } from "@tenantry/db/testing";'],
  ["apps/dashboard/server.ts", 'import { app } from "@tenantry/api";'],
  ["tooling/bench/bench.ts", 'import { app } from "@tenantry/api";'],
])("%s may say %s", (path, text) => {
  expect(check(path, text)).toEqual([]);
});
