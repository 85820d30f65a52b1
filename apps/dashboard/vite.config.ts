import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  // The plugin expects a page in a browser; unit tests load components without one.
  plugins: process.env.VITEST ? [] : [reactRouter()],
  // Workspace packages are TypeScript source, which Node cannot load by itself.
  ssr: { noExternal: [/^@tenantry\//] },
  build: {
    // Nothing is inlined as data: URLs, because the policy lets fonts and scripts come from this host only.
    assetsInlineLimit: 0,
    // New enough for light-dark(), which the minifier would otherwise rewrite into two variables per colour.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
});
