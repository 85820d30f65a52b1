import { expect, test } from "vitest";
import { checkBrowserImports } from "./browser-imports.ts";

const check = (path: string, text: string) => checkBrowserImports([{ path: `apps/dashboard/${path}`, text }]);

test.each(['import { z } from "zod";', 'import { eq } from "drizzle-orm";', 'import "@tenantry/db/schema";'])(
  "%s is found in a page and allowed in its server file",
  (text) => {
    expect(check("app/features/resellers/list.tsx", text)).toHaveLength(1);
    expect(check("app/features/resellers/list.server.ts", text)).toEqual([]);
  },
);

test("types vanish when compiled, and the web process is not the browser", () => {
  expect(check("app/a.tsx", 'import type { z } from "zod"; import { type ZodType } from "zod";')).toEqual([]);
  expect(check("server.ts", 'import { z } from "zod";')).toEqual([]);
});
