import { posix } from "node:path";
import { isEntryPoint, type Part, partOf } from "./places.ts";
import { isCode, isTest, type Source } from "./source.ts";
import { importsOf } from "./syntax.ts";

/** What each part may import; the arrow goes apps -> core -> db. */
const allowed: Record<Part, Part[]> = {
  db: [],
  core: ["db"],
  api: ["core"],
  dashboard: ["core"],
  tooling: ["api", "core", "db", "dashboard", "root"],
  root: ["tooling"],
};

const dashboardServer =
  /^apps\/dashboard\/((main|server|development)\.ts|app\/(entry\.server\.tsx?|request\/pages\.server\.ts))$/;

/** Finds imports against the direction apps -> core -> db. */
export function checkImports(sources: Source[]): string[] {
  return sources.filter(isCode).flatMap((source) => {
    const from = partOf(source.path);
    return importsOf(source)
      .map((found) => ({ ...found, to: targetOf(source.path, found.specifier) }))
      .filter(({ to }) => to !== undefined && to !== from && !mayImport(source, from, to))
      .map(
        ({ specifier, line, to }) => `${source.path}:${line}: ${from} must not import ${to} (${specifier})`,
      );
  });
}

function mayImport(source: Source, from: Part, to: Part): boolean {
  if (allowed[from].includes(to)) return true;
  // The process that begins here opens the pool; a test makes its database.
  if (to === "db" && (isEntryPoint(source.path) || isTest(source))) return from !== "db";
  return from === "dashboard" && to === "api" && (dashboardServer.test(source.path) || isTest(source));
}

function targetOf(path: string, specifier: string): Part | undefined {
  const scoped = /^@tenantry\/([a-z]+)/.exec(specifier)?.[1];
  if (scoped) return scoped as Part;
  if (!specifier.startsWith(".")) return undefined;
  return partOf(posix.normalize(posix.join(posix.dirname(path), specifier)));
}
