import { apiKeys, memberships } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import { refuseLastOwner } from "./owners.ts";
import { endSessions, membershipOf, personToChange, workingKeysOf } from "./person.ts";
import { ended, personInput } from "./schemas.ts";

const shape = {
  input: personInput,
  output: ended,
  object: ({ userId }: { userId: string }) => ({ table: "users" as const, id: userId }),
};

/** Shuts somebody out: their sessions end, their keys rest. What they are stays, and they can be let in again. */
export const disablePerson = command("team.disable", {
  ...shape,
  run: (run, input) => setState(run, input, "disabled"),
});

/** Lets somebody in again: they sign in as before, and their keys work again. */
export const enablePerson = command("team.enable", {
  ...shape,
  run: (run, input) => setState(run, input, "active"),
});

async function setState(
  run: Run,
  input: { accountId?: string; userId: string },
  state: "active" | "disabled",
) {
  const { account, person, shown } = await personToChange(run, input);
  const { resellerId, distributorId } = account.scope;
  if (person.state === state) throw new AppError("conflict");
  if (state === "disabled" && person.role === "owner") await refuseLastOwner(run, account, input.userId);
  const changed = await run.tx
    .update(memberships)
    .set({ state })
    .where(and(membershipOf(account, input.userId), eq(memberships.state, person.state)))
    .returning({ userId: memberships.userId });
  if (changed.length === 0) throw new AppError("conflict");
  const sessions = state === "disabled" ? await endSessions(run, account, input.userId) : 0;
  const keys = await run.tx.$count(apiKeys, workingKeysOf(run, account, input.userId));
  return {
    result: { person: shown, sessions, keys },
    audit: {
      object: { kind: "user", id: input.userId },
      before: { state: person.state },
      after: { state, sessions, keys },
      resellerId,
      distributorId,
    },
  };
}
