import { readListAddress } from "../../request/list-address.server.ts";
import type { PersonState } from "./types.ts";

/** What the list's address says; anything it does not know drops out. */
export interface ListAddress {
  q?: string;
  role?: "owner" | "admin" | "finance" | "support" | "viewer" | "member";
  state?: PersonState;
  sort?: "name" | "-name" | "seen" | "-seen" | "joined" | "-joined";
  cursor?: string;
}

const roleValues = ["owner", "admin", "finance", "support", "viewer", "member"] as const;
export const stateValues = ["active", "invited", "disabled"] as const;

const forms = {
  q: /^.{1,200}$/s,
  role: new RegExp(`^(${roleValues.join("|")})$`),
  state: new RegExp(`^(${stateValues.join("|")})$`),
  sort: /^-?(name|seen|joined)$/,
};

export function readAddress(request: Request): ListAddress {
  // The forms above let exactly these values through.
  return readListAddress(request, forms) as ListAddress;
}
