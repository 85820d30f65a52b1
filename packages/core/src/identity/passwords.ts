import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { AppError, fieldError } from "../kernel/errors.ts";

const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const concurrent = 4;
const queued = 64;
const commonest = new Set((dictionary["passwords-common"] as string[]).slice(0, 3_000));

let running = 0;
const waiting: (() => void)[] = [];

/** Argon2id of a password, exactly as received: no trimming, no normalisation. Throws `busy` when the queue is full. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, argon2id));
}

/**
 * Is this the password behind `stored`? Without a stored hash the same work is done on a dummy, so that an unknown
 * user takes as long as a known one.
 */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(stored ?? dummy, password));
  return stored !== undefined && matches;
}

// Argon2id of random bytes nobody knows, with the parameters above.
const dummy =
  "$argon2id$v=19$m=19456,t=2,p=1$DLM6pj+IA+/imGe7/rCDUQ$wPazNOLJI5ifvUfMifNtPaa+KWQHgaTEbB6Y+0VZXrU";

/**
 * Refuses a password that is too short, too long, among the commonest, or made of words everybody who knows the
 * account would try first. `context` holds such words: names and addresses.
 */
export function checkNewPassword(
  pointer: string,
  password: string,
  minimum: number,
  context: string[],
): void {
  if (password.length < minimum) throw fieldError(pointer, "password_short", { minimum });
  if (password.length > 128) throw fieldError(pointer, "too_long", { maximum: 128 });
  const lower = password.toLowerCase();
  const bare = lower.replace(/[^a-z]+$/, "");
  if (commonest.has(lower) || commonest.has(bare)) throw fieldError(pointer, "password_common");
  const words = context
    .flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/))
    .filter((word) => word.length > 3);
  if (words.some((word) => bare === word || lower === word)) throw fieldError(pointer, "password_guessable");
}

/** Hashing is 15 ms of a core: at most four at once and 64 waiting, so that a storm cannot starve everything else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= concurrent) {
    if (waiting.length >= queued) throw new AppError("busy", { retryAfter: 1 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
