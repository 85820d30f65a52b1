import { isCode, isTest, type Source } from "./source.ts";
import { importsOf } from "./syntax.ts";

const heavyOrSecret = /^(zod|pg|drizzle-orm|@tenantry\/db)(\/|$)/;

/** Finds imports that would put validation or database code into the browser's bundle. */
export function checkBrowserImports(sources: Source[]): string[] {
  return sources
    .filter((file) => file.path.startsWith("apps/dashboard/app/") && isCode(file) && !isTest(file))
    .filter((file) => !/\.server\.tsx?$/.test(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ specifier, typeOnly }) => !typeOnly && heavyOrSecret.test(specifier))
        .map(({ specifier, line }) => `${file.path}:${line}: ${specifier} belongs into a *.server file`),
    );
}
