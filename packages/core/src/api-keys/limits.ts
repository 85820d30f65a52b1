import type { Config } from "../kernel/ctx.ts";

/** How often the API may be asked, in requests per window, of one process. What is advertised is what is enforced. */
export interface RateLimits {
  windowSeconds: number;
  /** One key, or one signed-in person. */
  caller: number;
  /** All keys and people of one host together. */
  tenant: number;
  /** Everybody who is nobody yet, by network address. */
  address: number;
}

/**
 * The limits of this installation: a minute's requests of one key are set, the others follow. 6,000 a minute are
 * 100 batches of 1,000 usage events a second.
 */
export function rateLimitsOf({ requestsPerMinute }: Config): RateLimits {
  return {
    windowSeconds: 60,
    caller: requestsPerMinute,
    tenant: 5 * requestsPerMinute,
    address: requestsPerMinute,
  };
}
