import { AppError } from "@tenantry/core/kernel/errors";
import { receivePayment } from "@tenantry/core/payments/receive";
import { Hono } from "hono";
import { readText } from "../http/body.ts";
import { ctxOf, type Web } from "../http/open.ts";

const largestCall = 64 * 1024;

/** Calls of payment gateways, each at the host of whose money it is: believed by their signature, never by a session. */
export function paymentHooks() {
  const hooks = new Hono<Web>();
  hooks.post("/test", async (c) => {
    const header = (name: string) => c.req.header(`webhook-${name}`) ?? "";
    await receivePayment(ctxOf(c), {
      provider: "test",
      id: header("id"),
      timestamp: header("timestamp"),
      signature: header("signature"),
      // To the byte: that is what is signed.
      body: await readText(c.env.incoming, largestCall),
    });
    return c.body(null, 204);
  });
  hooks.post("/stripe", async (c) => {
    await receivePayment(ctxOf(c), {
      provider: "stripe",
      ...{ id: "", timestamp: "", signature: c.req.header("stripe-signature") ?? "" },
      body: await readText(c.env.incoming, largestCall),
    });
    return c.body(null, 204);
  });
  for (const path of ["/test", "/stripe"])
    hooks.all(path, () => {
      throw new AppError("method_not_allowed", { params: { allowed: "POST" } });
    });
  return hooks;
}
