import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { openFakeConnect } from "./fake-connect.ts";

/** A request as it came: fields as Stripe's form encoding names them, `metadata[invoice_id]`. */
interface Got {
  method: string;
  path: string;
  url: string;
  headers: IncomingMessage["headers"];
  fields: Record<string, string>;
  /** What the second version is told in JSON. */
  json: Thing;
}
type Answer = [status: number, body: object];
/** An object of Stripe's, as it tells it. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever part of it it is about.
type Thing = Record<string, any>;

const error = (status: number, type: string, code: string, more: object = {}): Answer => [
  status,
  { error: { type, code, message: `No such thing: ${code}`, ...more } },
];

/**
 * A server that speaks as much of Stripe's API as the product uses, by its documentation and over real HTTP: keys, sessions with a hosted page,
 * payments, refunds, connected accounts, idempotency keys, and events signed as Stripe signs them.
 */
export async function openFakeStripe() {
  const accounts = new Map<string, Thing>();
  const sessions = new Map<string, Thing>();
  const payments = new Map<string, Thing>();
  const kept = new Map<string, { said: string; answer: Answer }>();
  const got: Got[] = [];
  const sockets = new Set<Socket>();
  const state: {
    fail: (got: Got) => number | "silence" | undefined;
    refundStatus: "succeeded" | "pending" | "failed";
    deliver: (event: Thing) => Promise<unknown>;
  } = { fail: () => undefined, refundStatus: "succeeded", deliver: async () => {} };

  const eventOf = (type: string, object: Thing): Thing => ({
    ...{ id: `evt_${short()}`, object: "event", type, created: seconds(), livemode: false },
    data: { object: structuredClone(object) },
  });
  const connect = openFakeConnect({
    ...{ baseUrl: () => baseUrl, short, error, eventOf },
    deliver: (event) => state.deliver(event),
  });
  /** Whose it is: the connected account's in whose name it is asked; undefined for the key's own. */
  const inNameOf = ({ headers }: Got) => headers["stripe-account"] as string | undefined;

  function createSession(one: Got): Answer {
    const { fields } = one;
    const price = "line_items[0][price_data]";
    const amount = Number(fields[`${price}[unit_amount]`]);
    const ends = Number(fields.expires_at);
    if (!Number.isInteger(amount) || amount < 1)
      return error(400, "invalid_request_error", "parameter_invalid_integer");
    if (ends < seconds() + 30 * 60 || ends > seconds() + 86_400)
      return error(400, "invalid_request_error", "expires_at");
    if (!/^https?:/.test(fields.success_url ?? "")) return error(400, "invalid_request_error", "url_invalid");
    const id = `cs_test_${short()}`;
    const metadata = { invoice_id: fields["metadata[invoice_id]"] };
    const session = {
      ...{ id, object: "checkout.session", status: "open", payment_status: "unpaid", metadata },
      ...{ amount_total: amount, currency: fields[`${price}[currency]`], payment_intent: null },
      ...{ customer_email: fields.customer_email ?? null, customer_details: null },
      ...{ success_url: fields.success_url, cancel_url: fields.cancel_url, url: `${baseUrl}/c/${id}` },
      about: fields["payment_intent_data[metadata][invoice_id]"],
      account: inNameOf(one),
    };
    sessions.set(id, session);
    return [200, session];
  }

  function createRefund(one: Got): Answer {
    const { fields } = one;
    const payment = payments.get(fields.payment_intent ?? "");
    if (!payment || payment.account !== inNameOf(one))
      return error(400, "invalid_request_error", "resource_missing");
    const left = payment.amount - payment.refunded;
    if (left === 0) return error(400, "invalid_request_error", "charge_already_refunded");
    const amount = fields.amount === undefined ? left : Number(fields.amount);
    if (amount > left) return error(400, "invalid_request_error", "amount_too_large");
    const status = state.refundStatus;
    if (status !== "failed") payment.refunded += amount;
    const metadata = Object.fromEntries(
      ["invoice_id", "refund_id", "reason"].flatMap((name) => {
        const value = fields[`metadata[${name}]`];
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const { id, currency } = payment;
    return [
      200,
      { id: `re_${short()}`, object: "refund", status, amount, currency, payment_intent: id, metadata },
    ];
  }

  function answer(one: Got, account: Thing): Answer {
    const { method, path } = one;
    const named = inNameOf(one);
    if (named && !connect.reaches(account, named))
      return error(403, "invalid_request_error", "account_invalid");
    const ofConnect = connect.answer(account, method, one.url, one.json);
    if (ofConnect) return ofConnect;
    if (method === "GET" && path === "/v1/account") return [200, account];
    if (method === "POST" && path === "/v1/checkout/sessions") return createSession(one);
    if (method === "POST" && path === "/v1/refunds") return createRefund(one);
    const payment = payments.get(/^\/v1\/payment_intents\/(.+)$/.exec(path)?.[1] ?? "");
    return payment && payment.account === named && method === "GET"
      ? [200, payment]
      : error(404, "invalid_request_error", "resource_missing");
  }

  /** A key said twice gets the first answer, and an error where it asks for something else. */
  function once(one: Got, account: Thing): Answer {
    const key = one.headers["idempotency-key"];
    if (typeof key !== "string") return answer(one, account);
    const said = JSON.stringify([one.path, one.fields, one.json, inNameOf(one)]);
    const before = kept.get(key);
    if (before && before.said !== said) return error(400, "idempotency_error", "idempotency_key_in_use");
    const made = before?.answer ?? answer(one, account);
    kept.set(key, { said, answer: made });
    return made;
  }

  /** What Stripe's page does when a card went through. Answers the payment and the event that tells of it. */
  function pay(sessionId: string, more: { email?: string; later?: boolean } = {}) {
    const session = sessions.get(sessionId);
    if (session?.status !== "open") throw new Error("This page is closed");
    const { amount_total: amount, currency, about, account } = session;
    const id = `pi_${short()}`;
    const payment = { ...{ id, amount, currency, refunded: 0, account }, metadata: { invoice_id: about } };
    payments.set(payment.id, payment);
    const paid = more.later ? "unpaid" : "paid";
    const email = more.email ?? session.customer_email;
    Object.assign(session, {
      status: "complete",
      payment_status: paid,
      payment_intent: payment.id,
      url: null,
    });
    session.customer_details = email ? { email } : null;
    const event = eventOf("checkout.session.completed", session);
    return { payment, event: account ? { ...event, account } : event };
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const body = await bodyOf(request);
    const { method = "", url = "", headers } = request;
    const path = url.split("?")[0]!;
    const page = /^\/c\/(.+)$/.exec(path)?.[1];
    if (page) return servePage(page, method, body, response);
    const setup = /^\/setup\/(.+)$/.exec(path)?.[1];
    if (setup) return connect.servePage(setup, method, body, response);
    const isJson = headers["content-type"]?.includes("json") && body !== "";
    const fields = isJson ? {} : Object.fromEntries(new URLSearchParams(body));
    const one = { method, path, url, headers, fields, json: isJson ? JSON.parse(body) : {} };
    got.push(one);
    const account = accounts.get((headers.authorization ?? "").replace("Bearer ", ""));
    const failure = state.fail(one);
    if (failure === "silence") return;
    const [status, told] = !account
      ? error(401, "invalid_request_error", "api_key_invalid")
      : failure
        ? error(failure, failure < 500 ? "invalid_request_error" : "api_error", "told_to")
        : once(one, account);
    response.writeHead(status, { "content-type": "application/json", "request-id": `req_${short()}` });
    response.end(JSON.stringify(told));
  }

  /** Stripe's own page: a button that pays and one that goes back. */
  async function servePage(id: string, method: string, body: string, response: ServerResponse) {
    const session = sessions.get(id);
    if (!session) return response.writeHead(404).end();
    if (method === "POST") {
      const { event } = pay(id, { email: new URLSearchParams(body).get("email") ?? undefined });
      await state.deliver(event);
      return response.writeHead(303, { location: session.success_url }).end();
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    return response.end(`<!doctype html><title>Pay</title><h1>Pay ${session.amount_total} ${session.currency}</h1>
      <form method="post"><label>Email <input name="email" type="email"></label> <button>Pay now</button></form>
      <a href="${session.cancel_url}">Back</a>`);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((failure) => response.writeHead(500).end(String(failure)));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Whoever leaves it open does not keep its process.
  server.unref();
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    ...{ baseUrl, got, state, sessions, payments, pay, eventOf },
    ...{ connected: connect.connected, settle: connect.settle },
    /** Makes an account with this key. */
    addAccount: (key: string, more: Thing = {}) => {
      const profile = { business_profile: { name: "Nova Chat Ltd" }, settings: { dashboard: {} } };
      accounts.set(key, {
        id: `acct_${short()}`,
        object: "account",
        charges_enabled: true,
        ...profile,
        ...more,
      });
    },
    accountOf: (key: string): Thing => accounts.get(key)!,
    /** What was made under this key has moved on: asked again, it is told as it is now. */
    answerOf: (key: string, body: Thing) => {
      const before = kept.get(key);
      if (before) kept.set(key, { ...before, answer: [200, body] });
    },
    hangUp,
    close: async () => {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type FakeStripe = Awaited<ReturnType<typeof openFakeStripe>>;

/** An event as Stripe sends it: the body, and the header that signs it. */
export function signEvent(
  event: object,
  secret: string,
  at = seconds(),
): { body: string; signature: string } {
  const body = JSON.stringify(event);
  const hash = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
  return { body, signature: `t=${at},v1=${hash}` };
}

const short = () => randomUUID().replaceAll("-", "").slice(0, 16);
const seconds = () => Math.floor(Date.now() / 1_000);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
