import { type BuiltRoute, build } from "./build.ts";

export interface PageRoute {
  /** "/resellers/:id" */
  path: string;
  /** "features/resellers/detail" */
  id: string;
  /** Draws something; the others answer with data, a file or a redirect. */
  isPage: boolean;
  acts: boolean;
  reads: boolean;
}

/** Every address of the pages, from the built route table: what is not listed in a test's table fails there by name. */
export const routes: PageRoute[] = Object.values(build.routes)
  .filter((route) => route.path !== undefined || route.index)
  .filter((route) => route.id !== "root")
  .map((route) => ({
    path: pathOf(route),
    id: route.id,
    isPage: route.module.default !== undefined,
    acts: route.module.action !== undefined,
    reads: route.module.loader !== undefined,
  }));

export const pageRoutes = routes.filter((route) => route.isPage);

function pathOf(route: BuiltRoute): string {
  const parts: string[] = [];
  for (let at: BuiltRoute | undefined = route; at; at = at.parentId ? build.routes[at.parentId] : undefined)
    if (at.path) parts.unshift(at.path);
  return `/${parts.join("/")}`;
}
