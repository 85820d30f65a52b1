import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";

/** The demo's verbs exist in demo mode only; elsewhere there is nothing at their address, except for operators. */
export function requireDemoMode({ app, actor }: Ctx): void {
  if (!app.config.demo && actor.kind === "anonymous") throw new AppError("not_found");
}
