import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { contentsFor } from "./contents.ts";

/**
 * Says that the caller's account is exported whole, and what that holds: the log keeps who took it away. The rows are read by their
 * own lists (bundle.ts).
 */
export const beginExport = command("account-export.begin", {
  input: none,
  output: z.object({ files: z.array(z.string()) }),
  run: async ({ ctx }) => {
    // A distributor sells through its resellers, and what they have is theirs.
    if (ctx.scope.kind === "distributor") throw new AppError("kind_forbidden");
    const files = contentsFor(ctx).map(({ name }) => name);
    return {
      result: { files },
      audit: { object: { kind: "account", id: ctx.scope.account }, after: { files } },
    };
  },
});
