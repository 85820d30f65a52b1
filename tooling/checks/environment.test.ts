import { expect, test } from "vitest";
import { checkEnvironment } from "./environment.ts";

const check = (path: string) => checkEnvironment([{ path, text: "const key = process.env.KEY;" }]);

test("a verb or a page that reads the environment is found", () => {
  expect(check("packages/core/src/resellers/create.ts")).toEqual([
    "packages/core/src/resellers/create.ts:1: only entry points read process.env",
  ]);
  expect(check("apps/dashboard/app/root.tsx")).toHaveLength(1);
});

test("entry points, configuration, tooling and tests may", () => {
  const paths = ["apps/api/src/worker.ts", "apps/dashboard/main.ts", "apps/api/src/cli/seed-demo.ts"];
  const others = ["apps/dashboard/vite.config.ts", "tooling/scripts/serve.ts", "packages/db/src/a.test.ts"];
  expect([...paths, ...others].flatMap(check)).toEqual([]);
});
