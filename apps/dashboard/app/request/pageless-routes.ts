declare global {
  interface Window {
    /** What the router writes into every page: its table of routes, and the modules that are there already. */
    __reactRouterManifest?: { routes: Record<string, { hasDefaultExport?: boolean }> };
    __reactRouterRouteModules?: Record<string, object>;
  }
}

/**
 * Routes that only take posts have nothing to run in a browser. The router would still fetch their empty modules at the
 * first post, and leave the page when it cannot: without a network a switch would take the whole list away.
 */
export function knowPagelessRoutes({ __reactRouterManifest, __reactRouterRouteModules }: Window): void {
  for (const [id, route] of Object.entries(__reactRouterManifest?.routes ?? {})) {
    if (route.hasDefaultExport === false && __reactRouterRouteModules) __reactRouterRouteModules[id] ??= {};
  }
}
