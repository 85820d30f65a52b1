import { type RouteConfig, route } from "@react-router/dev/routes";

/** The table of contents of the pages. */
export default [
  route("settings/theme", "features/settings/theme.ts"),
  route("*", "features/missing.tsx"),
] satisfies RouteConfig;
