import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { endSessions, personToChange } from "./person.ts";
import { ended, endSessionsInput } from "./schemas.ts";

/** Ends somebody's sessions, or the one named: that device is signed out on its next request. */
export const endPersonSessions = command("team.end-sessions", {
  input: endSessionsInput,
  output: ended.omit({ keys: true }),
  object: ({ userId }) => ({ table: "users", id: userId }),
  run: async (run, input) => {
    const { account, shown } = await personToChange(run, input);
    const sessions = await endSessions(run, account, input.userId, input.sessionId);
    if (input.sessionId && sessions === 0) throw new AppError("not_found");
    return {
      result: { person: shown, sessions },
      audit: {
        object: { kind: "user", id: input.userId },
        after: { sessions, session: input.sessionId },
        resellerId: account.scope.resellerId,
        distributorId: account.scope.distributorId,
      },
    };
  },
});
