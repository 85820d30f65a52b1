import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";

const team = [
  route(":userId/remove", "features/team/remove.tsx"),
  route(":userId/disable", "features/team/disable.tsx"),
];
const resellerTeam = [
  route(":userId/remove", "features/team/remove.tsx", { id: "reseller-team-remove" }),
  route(":userId/disable", "features/team/disable.tsx", { id: "reseller-team-disable" }),
];

/** The table of contents of the pages. */
export default [
  layout("features/shell/layout.tsx", [
    index("features/home/home.tsx"),
    route("resellers", "features/resellers/list.tsx", [
      route(":id/delete", "features/resellers/delete.tsx"),
      route("views/new", "features/saved-views/new.tsx"),
    ]),
    route("resellers/new", "features/resellers/new.tsx"),
    route("resellers/:id", "features/resellers/detail.tsx"),
    route("resellers/:id/edit", "features/resellers/edit.tsx"),
    route("plans", "features/plans/list.tsx"),
    route("settings", "features/settings/index.ts"),
    route("settings/profile", "features/settings/profile.tsx"),
    route("settings/sessions", "features/settings/sessions.tsx"),
    route("settings/security", "features/second-factor/security.tsx"),
    route("settings/notifications", "features/notices/notifications.tsx"),
    route("settings/brand", "features/settings/brand.tsx"),
    route("settings/team", "features/team/list.tsx", team),
    route("settings/team/new", "features/team/new.tsx"),
    route("settings/team/:userId", "features/team/person.tsx"),
    route("resellers/:id/team", "features/team/list.tsx", { id: "reseller-team" }, resellerTeam),
    route("resellers/:id/team/new", "features/team/new.tsx", { id: "reseller-team-new" }),
    route("resellers/:id/team/:userId", "features/team/person.tsx", { id: "reseller-team-person" }),
    route("settings/keys", "features/api-keys/list.tsx", [
      route(":id/revoke", "features/api-keys/revoke.tsx"),
    ]),
    route("settings/keys/new", "features/api-keys/new.tsx"),
    route("agencies", "features/operator/agencies.tsx", [
      route(":id/suspend", "features/operator/suspend.tsx"),
    ]),
    route("agencies/new", "features/operator/new-agency.tsx"),
    route("outbox", "features/operator/outbox.tsx"),
    route("outbox/:agencyId/:id", "features/operator/mail.tsx"),
  ]),
  route("resellers/:id/status", "features/resellers/status.ts"),
  route("resellers/:id/invitation", "features/resellers/invitation.ts"),
  route("resellers/:id/restore", "features/resellers/restore.ts"),
  route("resellers/:id/brand", "features/resellers/brand.ts"),
  route("resellers/views/:id/remove", "features/saved-views/remove.ts"),
  route("resellers.csv", "features/resellers/list-csv.ts"),
  route("resellers/login-domain", "features/resellers/login-domain.ts"),
  route("resellers/:id/usage.csv", "features/usage/reseller-csv.ts"),
  route("usage.csv", "features/usage/own-csv.ts"),
  route("agencies.csv", "features/operator/agencies-csv.ts"),
  route("outbox.csv", "features/operator/outbox-csv.ts"),
  route("settings/team.csv", "features/team/csv.ts"),
  route("resellers/:id/team.csv", "features/team/csv.ts", { id: "reseller-team-csv" }),
  route("agencies/:id/reopen", "features/operator/reopen.ts"),
  route("outbox/:agencyId/:id/html", "features/operator/mail-html.ts"),
  route("welcome", "features/operator/welcome.tsx"),
  route("setup/:token", "features/operator/setup.tsx"),
  route("sign-in", "features/identity/sign-in.tsx"),
  route("sign-in/code", "features/identity/second-step.tsx"),
  route("sign-out", "features/identity/sign-out.ts"),
  route("forgot-password", "features/identity/forgot.tsx"),
  route("reset-password/:token", "features/identity/reset.tsx"),
  route("invitation/:token", "features/identity/accept.tsx"),
  route("change-password", "features/identity/change-password.tsx"),
  route("second-factor", "features/second-factor/required.tsx"),
  route("settings/theme", "features/settings/theme.ts"),
  route("*", "features/missing.tsx"),
] satisfies RouteConfig;
