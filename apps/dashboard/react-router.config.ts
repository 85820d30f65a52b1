import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // The whole table of routes travels with the first page: no request for a manifest while somebody clicks.
  routeDiscovery: { mode: "initial" },
  future: {
    v8_middleware: true,
    v8_passThroughRequests: true,
    v8_splitRouteModules: true,
    v8_trailingSlashAwareDataRequests: true,
    v8_viteEnvironmentApi: true,
  },
} satisfies Config;
