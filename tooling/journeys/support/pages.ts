import {
  chooseLaterWithoutDay,
  openFilter,
  openMenu,
  openPalette,
  review,
  rotateSecret,
  startSecondStep,
} from "./acts.ts";
import { allowanceViews } from "./allowance-views.ts";
import { customerViews } from "./customer-views.ts";
import { earningViews } from "./earning-views.ts";
import { featureViews } from "./feature-views.ts";
import { invoiceViews } from "./invoice-views.ts";
import { operatorHost } from "./operator.ts";
import type { Scene } from "./scene.ts";
import { subscriptionViews } from "./subscription-views.ts";
import { withUplines } from "./upline-views.ts";
import { dialog, empty, error, full, type Place, type View, visitorsOf } from "./view.ts";

/** Every page of the route table in every state it has. A page that is missing here fails by name. */
export function viewsOf(s: Scene): Record<string, View[]> {
  const { owner, fresh, partner, seller, idle, operator } = visitorsOf(s);
  const one = `/resellers/${s.reseller.id}`;
  const hook = `/settings/webhooks/${s.webhooks.id}`;
  const invitation: Place = { host: s.invited.link.hostname };
  return withUplines(s, {
    "/": [full(partner, "/"), empty(idle, "/"), { ...full(partner, "/"), state: "menu", act: openMenu }],
    "/resellers": [
      full(owner, "/resellers"),
      full(owner, "/resellers?status=archived&sort=name"),
      full(owner, "/resellers?needs=mail_failed"),
      empty(fresh, "/resellers"),
      empty(owner, "/resellers?q=nobody"),
      { ...full(owner, "/resellers"), state: "menu", act: openFilter },
    ],
    "/resellers/bulk": [
      dialog(owner, `/resellers/bulk?ids=${s.reseller.id}&action=deactivate`),
      dialog(owner, "/resellers/bulk?action=activate"),
      dialog(owner, `/resellers/bulk?ids=${s.idle.id}&action=change_plan&toPlan=${s.plan}`),
    ],
    "/resellers/import": [
      full(owner, "/resellers/import"),
      empty(fresh, "/resellers/import"),
      error(owner, "/resellers/import", "Read the file"),
    ],
    "/reseller-imports/:id": [
      full(owner, `/reseller-imports/${s.imports.checked}`),
      full(owner, `/reseller-imports/${s.imports.mapping}`),
      full(owner, `/reseller-imports/${s.imports.finished}`),
      empty(owner, `/reseller-imports/${s.imports.checked}?state=failed`),
    ],
    "/reseller-imports/:id/remove": [dialog(owner, `/reseller-imports/${s.imports.mapping}/remove`)],
    "/bulk-runs/:id": [full(owner, `/bulk-runs/${s.bulkRunId}`)],
    "/resellers/views/new": [
      dialog(owner, "/resellers/views/new?status=active"),
      error(owner, "/resellers/views/new?status=active", "Save view"),
    ],
    "/resellers/:id/delete": [dialog(owner, `${one}/delete`)],
    "/resellers/new": [
      full(owner, "/resellers/new"),
      empty(fresh, "/resellers/new"),
      error(owner, "/resellers/new", "Create reseller"),
      { ...full(owner, `/resellers/new?draft=${s.draftId}`), state: "menu", act: review },
    ],
    "/resellers/new/drafts/:id/remove": [dialog(owner, `/resellers/new/drafts/${s.draftId}/remove`)],
    "/resellers/:id": [
      full(owner, one),
      full(owner, `/resellers/${s.locked.id}`),
      full(owner, `/resellers/${s.gone.id}`),
      empty(owner, `/resellers/${s.invited.id}`),
    ],
    "/resellers/:id/type": [
      full(owner, `${one}/type`),
      { ...error(owner, `${one}/type`, "Change type"), act: chooseLaterWithoutDay },
    ],
    "/resellers/:id/stop": [
      dialog(owner, `${one}/stop?mode=stopped`),
      dialog(owner, `${one}/stop?mode=sales_stopped`),
      dialog(owner, `/resellers/${s.locked.id}/stop?mode=active`),
    ],
    "/resellers/:id/erase": [
      dialog(owner, `/resellers/${s.gone.id}/erase`),
      error(owner, `/resellers/${s.gone.id}/erase`, "Erase for good"),
    ],
    "/resellers/:id/edit": [
      full(owner, `${one}/edit`),
      error(owner, `${one}/edit`, "Save changes", ["Partner Name", ""]),
    ],
    "/resellers/:id/plan": [
      full(owner, `${one}/plan`),
      full(owner, `${one}/plan?planId=${s.plan}&effective=now`),
    ],
    "/usage/quarantine": [
      full(owner, "/usage/quarantine"),
      empty(fresh, "/usage/quarantine"),
      empty(owner, "/usage/quarantine?q=nobody&reason=too_old"),
    ],
    "/search": [
      full(owner, `/search?q=${encodeURIComponent(s.reseller.name.slice(0, 12))}`),
      full(partner, "/search?q=Inn"),
      empty(owner, "/search"),
      empty(owner, "/search?q=nobody"),
      { ...full(owner, "/search"), state: "menu", act: openPalette },
    ],
    ...customerViews(s),
    ...invoiceViews(s),
    ...subscriptionViews(s),
    ...allowanceViews(s),
    ...earningViews(s),
    "/plans": [
      full(owner, "/plans"),
      full(partner, "/plans"),
      full(seller, "/plans"),
      empty(owner, "/plans?q=nobody"),
    ],
    "/plans/new": [
      full(owner, "/plans/new"),
      full(partner, "/plans/new"),
      error(owner, "/plans/new", "Save draft"),
    ],
    "/plans/:id": [full(owner, `/plans/${s.plan}`), full(partner, `/plans/${s.ownPlan}`)],
    "/plans/:id/duplicate": [dialog(owner, `/plans/${s.plan}/duplicate`)],
    "/plans/:id/archive": [dialog(owner, `/plans/${s.plan}/archive`)],
    "/plans/:id/edit": [
      full(owner, `/plans/${s.plan}/edit`),
      error(owner, `/plans/${s.plan}/edit`, "Save draft", ["Name", ""]),
    ],
    "/plans/:id/migrate": [full(owner, `/plans/${s.plan}/migrate`)],
    ...featureViews(s),
    "/settings/profile": [
      full(owner, "/settings/profile"),
      full(partner, "/settings/profile"),
      error(owner, "/settings/profile", "Change password"),
    ],
    "/settings/sessions": [full(owner, "/settings/sessions")],
    "/settings/security": [
      full(owner, "/settings/security"),
      full(partner, "/settings/security"),
      { ...full(owner, "/settings/security"), state: "menu", act: startSecondStep },
    ],
    "/settings/notifications": [
      full(owner, "/settings/notifications"),
      full(partner, "/settings/notifications"),
    ],
    "/settings/team": [
      full(owner, "/settings/team"),
      full(partner, "/settings/team?sort=-seen&role=owner"),
      empty(owner, "/settings/team?q=nobody"),
    ],
    "/settings/team/:userId/remove": [
      dialog(owner, `/settings/team/${s.team.colleague}/remove`),
      dialog(owner, `/settings/team/${s.team.invited}/remove`),
    ],
    "/settings/team/:userId/disable": [dialog(owner, `/settings/team/${s.team.colleague}/disable`)],
    "/settings/team/new": [
      full(owner, "/settings/team/new"),
      error(owner, "/settings/team/new", "Send invitation"),
    ],
    "/settings/team/:userId": [
      full(owner, `/settings/team/${s.team.colleague}`),
      full(owner, `/settings/team/${s.team.off}`),
      full(owner, `/settings/team/${s.team.invited}`),
    ],
    "/resellers/:id/team": [full(owner, `${one}/team`), empty(owner, `${one}/team?q=nobody`)],
    "/resellers/:id/team/:userId/remove": [dialog(owner, `${one}/team/${s.team.partner}/remove`)],
    "/resellers/:id/team/:userId/disable": [dialog(owner, `${one}/team/${s.team.partner}/disable`)],
    "/resellers/:id/team/new": [
      full(owner, `${one}/team/new`),
      error(owner, `${one}/team/new`, "Send invitation"),
    ],
    "/resellers/:id/team/:userId": [full(owner, `${one}/team/${s.team.partner}`)],
    "/second-factor": [
      full({ host: s.wary.host, session: s.wary.owner.session }, "/second-factor"),
      error({ host: s.wary.host, session: s.wary.owner.session }, "/second-factor", "Switch it on"),
    ],
    "/sign-in/code": [full({ host: s.agency.host }, "/sign-in/code")],
    "/settings/brand": [
      full(owner, "/settings/brand"),
      full(partner, "/settings/brand"),
      error(owner, "/settings/brand", "Save brand", ["Colour", "blue"]),
    ],
    "/settings/keys": [
      full(owner, "/settings/keys"),
      empty(fresh, "/settings/keys"),
      empty(owner, "/settings/keys?q=nobody"),
    ],
    "/settings/keys/:id/rotate": [full(owner, `/settings/keys/${s.keyId}/rotate`)],
    "/settings/keys/:id/revoke": [dialog(owner, `/settings/keys/${s.keyId}/revoke`)],
    "/settings/keys/new": [
      full(owner, "/settings/keys/new"),
      error(owner, "/settings/keys/new", "Create key"),
    ],
    "/settings/webhooks": [
      full(owner, "/settings/webhooks"),
      empty(fresh, "/settings/webhooks"),
      empty(partner, "/settings/webhooks"),
      empty(owner, "/settings/webhooks?q=nobody"),
    ],
    "/settings/webhooks/new": [
      full(owner, "/settings/webhooks/new"),
      full(partner, "/settings/webhooks/new"),
      error(owner, "/settings/webhooks/new", "Add endpoint"),
    ],
    "/settings/webhooks/:id": [
      full(owner, hook),
      full(owner, `/settings/webhooks/${s.webhooks.off}`),
      empty(owner, `${hook}?state=failed&type=reseller.created`),
    ],
    "/settings/webhooks/:id/edit": [
      full(owner, `${hook}/edit`),
      error(owner, `${hook}/edit`, "Save changes", ["Address", "http://10.0.0.1/hook"]),
    ],
    "/settings/webhooks/:id/rotate": [
      full(owner, `${hook}/rotate`),
      { ...full(owner, `${hook}/rotate`), act: rotateSecret },
    ],
    "/settings/webhooks/:id/enable": [dialog(owner, `/settings/webhooks/${s.webhooks.off}/enable`)],
    "/settings/webhooks/:id/disable": [dialog(owner, `${hook}/disable`)],
    "/settings/webhooks/:id/replay-failed": [dialog(owner, `${hook}/replay-failed`)],
    "/settings/webhooks/:id/remove": [dialog(owner, `${hook}/remove`)],
    "/settings/webhook-deliveries/:id": [full(owner, `/settings/webhook-deliveries/${s.webhooks.delivery}`)],
    "/settings/audit": [
      full(owner, "/settings/audit"),
      full(partner, "/settings/audit?sort=at"),
      empty(owner, "/settings/audit?q=nobody&action=customer.create"),
    ],
    "/settings/audit/chain": [full(owner, "/settings/audit/chain")],
    "/settings/audit/:id": [full(owner, `/settings/audit/${s.auditId}`)],
    "/agencies": [
      full(operator, "/agencies"),
      full(operator, "/agencies?status=active&sort=-created"),
      empty(operator, "/agencies?q=nobody"),
      { ...full(operator, "/agencies"), state: "menu", act: openFilter },
    ],
    "/agencies/:id/suspend": [dialog(operator, `/agencies/${s.agency.id}/suspend`)],
    "/agencies/new": [full(operator, "/agencies/new"), error(operator, "/agencies/new", "Create and invite")],
    "/outbox": [
      full(operator, "/outbox"),
      full(operator, "/outbox?sort=made"),
      empty(operator, "/outbox?q=nobody&state=failed"),
    ],
    "/outbox/:agencyId/:id": [full(operator, `/outbox/${s.mail}`)],
    "/welcome": [
      full({ host: operatorHost }, "/welcome"),
      error({ host: operatorHost }, "/welcome", "Create my agency"),
    ],
    "/welcome/remove-demo": [dialog({ host: operatorHost }, "/welcome/remove-demo")],
    "/setup/:token": [
      full({ host: operatorHost }, s.setupLink.pathname),
      error({ host: operatorHost }, s.setupLink.pathname, "Set up and sign in"),
    ],
    "/sign-in": [
      full({ host: s.agency.host }, "/sign-in"),
      full({ host: operatorHost }, "/sign-in"),
      error({ host: s.reseller.host }, "/sign-in", "Sign in"),
    ],
    "/forgot-password": [
      full({ host: s.agency.host }, "/forgot-password"),
      error({ host: s.agency.host }, "/forgot-password", "Send the link"),
    ],
    "/reset-password/:token": [
      full({ host: s.agency.host }, "/reset-password/none.none"),
      error({ host: s.agency.host }, "/reset-password/none.none", "Save and sign in"),
    ],
    "/invitation/:token": [
      full(invitation, s.invited.link.pathname),
      error(invitation, s.invited.link.pathname, "Start using the account"),
      empty(invitation, "/invitation/none.none"),
      { ...owner, state: "full", path: s.team.link.pathname },
    ],
    "/change-password": [
      full({ host: s.forced.host, session: s.forced.owner.session }, "/change-password"),
      error({ host: s.forced.host, session: s.forced.owner.session }, "/change-password", "Save and go on"),
    ],
    "/*": [
      full(owner, "/there/is/no/such/page"),
      { state: "locked", host: s.locked.host, session: s.locked.owner.session, path: "/" },
      { state: "locked", host: s.suspended.host, session: s.suspended.owner.session, path: "/resellers" },
      { state: "locked", host: s.suspended.host, path: "/sign-in" },
    ],
  });
}
