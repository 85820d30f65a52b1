/** The parts of the house, outermost first. */
export type Part = "dashboard" | "api" | "core" | "db" | "tooling" | "root";

const folders: [string, Part][] = [
  ["apps/dashboard/", "dashboard"],
  ["apps/api/", "api"],
  ["packages/core/", "core"],
  ["packages/db/", "db"],
  ["tooling/", "tooling"],
];

/** The part a file belongs to. */
export function partOf(path: string): Part {
  return folders.find(([folder]) => path.startsWith(folder))?.[1] ?? "root";
}

/** Files that a process begins with: they alone read the environment and open the database. */
export function isEntryPoint(path: string): boolean {
  return (
    /^apps\/[^/]+\/(src\/)?(main|worker|server|development)\.ts$/.test(path) ||
    /^apps\/api\/src\/cli\//.test(path) ||
    /^(apps\/[^/]+\/)?(vite|vitest|react-router|drizzle)\.config\.ts$/.test(path) ||
    /^apps\/[^/]+\/build\.mjs$/.test(path) ||
    partOf(path) === "tooling"
  );
}
