import { makeFixture, newInvitation, newReset } from "./fixtures.ts";
import type { Answer } from "./web.ts";
import { operatorHost, type Place, type World } from "./world.ts";

/** The password that links set. */
export const newPassword = "a longer sentence nobody guesses";

/** A sort of mailed link: how to make one, use it, look at it, and on which host it is good. */
export interface LinkKind {
  make: (place?: Place) => Promise<string>;
  use: (token: string, host?: string, extra?: object) => Promise<Answer>;
  look?: (token: string, host?: string) => Promise<Answer>;
  home: () => string;
}
/** The sorts there are, on a reseller's host or the operator's. */
export const linkKinds = (world: World): Record<string, LinkKind> => ({
  "an invitation": {
    make: (place = world.places.reseller) => newInvitation(world.web, place),
    use: (token, host = world.reseller.host, extra = {}) =>
      world.web.ask(host, `/api/v1/invitations/${encodeURIComponent(token)}/accept`, {
        body: { name: "Jo", password: newPassword, confirm: newPassword, ...extra },
      }),
    look: (token, host = world.reseller.host) =>
      world.web.ask(host, `/api/v1/invitations/${encodeURIComponent(token)}`),
    home: () => world.reseller.host,
  },
  "a reset link": {
    make: (place = world.places.reseller) => newReset(world.web, place),
    use: (token, host = world.reseller.host, extra = {}) =>
      world.web.ask(host, "/api/v1/password/reset", {
        body: { token, password: newPassword, confirm: newPassword, ...extra },
      }),
    home: () => world.reseller.host,
  },
  "an operator's link": {
    make: () => makeFixture(world, "setup", world.who("PO")),
    use: (token, host = operatorHost, extra = {}) =>
      world.web.ask(host, "/api/v1/operator/setup", {
        body: { token, name: "Iris", password: newPassword, confirm: newPassword, ...extra },
      }),
    home: () => operatorHost,
  },
});
