import Stripe from "stripe";
import { AppError } from "../../kernel/errors.ts";

/** A payer waits for some of these calls. */
const timeoutMs = 10_000;

/**
 * Stripe's own library for one account's key, or, by that key, for an account that is connected to it. Whoever asks decides what is tried
 * again, so it tries nothing itself.
 */
export function openStripe(key: string, baseUrl: string | undefined, connected?: string): Stripe {
  const base = baseUrl === undefined ? undefined : new URL(baseUrl);
  return new Stripe(key, {
    ...{ maxNetworkRetries: 0, timeout: timeoutMs, telemetry: false },
    ...(connected && { stripeAccount: connected }),
    ...(base && {
      host: base.hostname,
      port: base.port,
      protocol: base.protocol === "http:" ? ("http" as const) : ("https" as const),
    }),
  });
}

/** Stripe said no, and will again. Everything else it may say is worth asking once more. */
export function isRefusal(error: unknown): error is InstanceType<typeof Stripe.errors.StripeError> {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  const { statusCode = 0 } = error;
  return statusCode >= 400 && statusCode < 500 && statusCode !== 409 && statusCode !== 429;
}

/** The key is wrong, was taken back, or may not do what it is asked. */
export function isKeyRefused(error: unknown): boolean {
  return isRefusal(error) && (error.statusCode === 401 || error.statusCode === 403);
}

/** This key has no access to the connected account any more. */
export function isShutOut(error: unknown): boolean {
  return isRefusal(error) && error.code === "account_invalid";
}

/** The same, or what is asked for is not there. */
export function isLost(error: unknown): boolean {
  return isShutOut(error) || (isRefusal(error) && error.statusCode === 404);
}

/**
 * What a person is told of a failed call. The library's errors carry parts of keys and what was sent, so that only their kind
 * and Stripe's own number for the request go into the log.
 */
export function tellable(error: unknown): AppError {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const { type, code, statusCode, requestId } = error;
  const cause = new Error(["Stripe", type, code, statusCode, requestId].filter(Boolean).join(" "));
  return new AppError(isRefusal(error) ? "gateway_refused" : "gateway_unreachable", { cause });
}
