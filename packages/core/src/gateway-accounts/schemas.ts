import { z } from "zod";
import { instant } from "../identity/schemas.ts";

/** What is told of an account: never a secret, in whole or part, but the last four of its key. */
export const gatewayAccount = z.object({
  /** Null where the built-in gateway or nobody takes payments. */
  account: z
    .object({
      gatewayId: z.string(),
      name: z.string(),
      /** Stripe lets it take payments; else it waits for something there. */
      charges: z.boolean(),
      lastFour: z.string(),
      checkedAt: instant,
      /** What signs the events of connected accounts is known: own-plan resellers can connect theirs. */
      connects: z.boolean(),
    })
    .nullable(),
  /** Where Stripe has to send its events, and which: of the account, and of those that are connected to it. */
  hook: z.object({ url: z.string(), events: z.array(z.string()), connectedEvents: z.array(z.string()) }),
});

/** Which account is meant: what somebody looks at may have been replaced meanwhile. */
export const byGatewayId = z.strictObject({ gatewayId: z.string().max(100, "too_long") });

const secretForm = /^whsec_[A-Za-z0-9_+/=-]{8,200}$/;
const mostSecrets = 4;

export const updateInput = z.strictObject({
  /** Left out, it stays. */
  secretKey: z
    .string()
    .trim()
    .regex(/^(sk|rk)_(test|live)_[A-Za-z0-9_]{4,200}$/, "gateway_key_wrong")
    .optional(),
  webhookSecret: z.string().trim().regex(secretForm, "gateway_hook_wrong").optional(),
  /** Of the endpoints for connected accounts, apart by blanks where there are several. */
  connectSecrets: z
    .string()
    .trim()
    .refine((text) => {
      const secrets = secretsIn(text);
      return secrets.length <= mostSecrets && secrets.every((one) => secretForm.test(one));
    }, "gateway_hook_wrong")
    .optional(),
});

/** The signing secrets that were typed into one field. */
export function secretsIn(text: string): string[] {
  return text.split(/\s+/);
}
