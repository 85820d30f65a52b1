import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

/**
 * Few files in place of one per module that two pages share: a page asks for these two, its own, and what its route
 * alone needs.
 */
const groups = [
  {
    name: "vendor",
    test: /node_modules\/(react|react-dom|react-router|scheduler|i18next|react-i18next|clsx)\//,
    priority: 2,
  },
  {
    name: "house",
    test: /\/node_modules\/lucide-react\/|\/app\/(ui\/(?!(confirm-dialog|text-area)\.)|request\/)|\/app\/words\/(?!(en\/)?(account|account-exports|clock|commissions|company|connected-accounts|customer-imports|customers|distributors|features|gateway-accounts|imports|invoices|keys|legal-entity|operator|paper|payment-links|payouts|reports|reseller-imports|statements|subscriptions|team|transfers|upline-stops|webhooks)\.)|\/app\/features\/(shell\/(navs|signed-in|destinations|actions)|search\/(find-field|use-palette)|attention\/attention|usage\/meter-name|plans\/allowance-words|resellers\/status-switch)/,
    priority: 1,
  },
];

export default defineConfig({
  // The plugin expects a page in a browser; unit tests load components without one.
  plugins: process.env.VITEST ? [] : [reactRouter()],
  // Workspace packages are TypeScript source, which Node cannot load by itself.
  ssr: { noExternal: [/^@tenantry\//] },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
  build: {
    // Nothing is inlined as data: URLs, because the policy lets fonts and scripts come from this host only.
    assetsInlineLimit: 0,
    // A link that fetches a chunk ahead carries no nonce, and the policy would refuse it; an import has its script's.
    modulePreload: false,
    // New enough for light-dark(), which the minifier would otherwise rewrite into two variables per colour.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
});
