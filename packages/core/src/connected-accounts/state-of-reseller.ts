import type { Run } from "../kernel/verb.ts";
import { findPlatform, lastConnected } from "./platform.ts";
import { connectedState } from "./state.ts";

/** How the account of one of the agency's resellers stands, and nothing more of it; "none" where it never connected one. */
export async function stateOfReseller(run: Run, resellerId: string) {
  const row = await lastConnected(run, resellerId);
  if (!row) return "none" as const;
  return connectedState(row, (await findPlatform(run))?.platformId ?? null);
}
