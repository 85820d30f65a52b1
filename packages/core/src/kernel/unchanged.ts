import { AppError } from "./errors.ts";

/**
 * Throws `conflict` when a row was changed after the `updatedAt` that a caller has seen; one that says nothing has its
 * way. Milliseconds decide: more than that no date in a browser or a program keeps.
 */
export function requireUnchanged(seen: string | undefined, updatedAt: Date | string): void {
  if (seen && new Date(seen).getTime() !== new Date(updatedAt).getTime()) throw new AppError("conflict");
}
