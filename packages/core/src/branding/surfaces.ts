// The neutrals a tenant colour must stay readable on. They repeat --bg, --bg-raised, --bg-sunken, --bg-hover and
// --bg-float of apps/dashboard/app/ui/styles/tokens.css; surfaces.test.ts fails when the two drift apart.
export const surfaces = {
  light: ["#fafafa", "#ffffff", "#f4f4f5", "#f7f7f8", "#ffffff"],
  dark: ["#0e0e10", "#161618", "#1c1c1f", "#1a1a1d", "#1f1f23"],
} as const;
