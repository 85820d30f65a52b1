import type { Ctx } from "../kernel/ctx.ts";

/** In whose name this request invites: a key in its creator's, a job (a command line) in nobody's. */
export function inviter({ actor }: Pick<Ctx, "actor">): string | null {
  if (actor.kind === "user") return actor.userId;
  return actor.kind === "key" ? actor.creatorId : null;
}
