import { createServer as createHttp, type RequestListener } from "node:http";
import { type AddressInfo, connect, createServer as createTcp, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { type Dial, openEgress } from "./egress.ts";
import type { Resolve } from "./resolve.ts";

// T29 over real sockets. Receivers of this machine stand for the internet where a test says so by its `dial`.
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

const limits = { connectMs: 150, totalMs: 300, bodyBytes: 4_096 };
const message = { headers: { "content-type": "application/json" }, body: '{"a":1}' };

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** Asks a receiver of this machine that the installation has named. */
async function askHttp(answer: RequestListener) {
  const port = await listening(createHttp(answer));
  const egress = openEgress({ allowed: [`127.0.0.1:${port}`], limits });
  return egress({ url: `http://127.0.0.1:${port}/hook?a=b`, ...message });
}

async function askTcp(answer: (socket: Socket) => void) {
  const port = await listening(createTcp(answer));
  const egress = openEgress({ allowed: [`127.0.0.1:${port}`], limits });
  return egress({ url: `http://127.0.0.1:${port}/`, ...message });
}

describe("a receiver", () => {
  it("gets the request whole, and its answer comes back", async () => {
    let got: object = {};
    const result = await askHttp((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => {
        const { method, url, headers } = request;
        got = {
          method,
          url,
          host: headers.host,
          packed: headers["accept-encoding"],
          body: String(Buffer.concat(chunks)),
        };
        response.writeHead(202).end("taken");
      });
    });
    expect(result).toEqual({ status: 202, body: "taken" });
    expect(got).toMatchObject({ method: "POST", url: "/hook?a=b", packed: "identity", body: '{"a":1}' });
  });

  it.each([301, 302, 303, 307, 308])("that answers %i is followed nowhere", async (status) => {
    let asked = 0;
    const result = await askHttp((_request, response) => {
      asked += 1;
      response.writeHead(status, { location: "http://169.254.169.254/latest/meta-data" }).end();
    });
    expect([result, asked]).toEqual([{ status, body: "" }, 1]);
  });

  it.each<[string, RequestListener]>([
    ["never answers", () => {}],
    [
      "answers drop by drop",
      (_request, response) => {
        const drops = setInterval(() => response.write("."), 20);
        response.on("close", () => clearInterval(drops));
      },
    ],
    [
      "says again and again that it goes on",
      (_request, response) => {
        const waits = setInterval(() => response.writeProcessing(), 5);
        response.on("close", () => clearInterval(waits));
      },
    ],
  ])("that %s is left at the time limit", async (_how, answer) => {
    const began = performance.now();
    expect(await askHttp(answer)).toEqual({ failure: "timeout" });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("that sends more than fits is left, and the rest is not read", async () => {
    let sent = 0;
    const result = await askHttp((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, "x");
      const more = () => {
        while (sent < 10 * 1024 * 1024 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once("drain", more);
        }
        response.end();
      };
      more();
    });
    expect(result).toEqual({ failure: "answer_too_large" });
    expect(sent).toBeLessThan(10 * 1024 * 1024);
  });

  it("that sends a packed bomb has it lie as it came", async () => {
    const bomb = gzipSync(Buffer.alloc(1024 * 1024));
    const result = await askHttp((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    expect("status" in result && result.body.length).toBeLessThanOrEqual(bomb.length);
  });

  it.each<[string, (socket: Socket) => void, string]>([
    ["hangs up", (socket) => socket.destroy(), "unreachable"],
    [
      "hangs up half-way",
      (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nha"),
      "unreachable",
    ],
    ["speaks another language", (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n"), "answer_malformed"],
    [
      "never ends its headers",
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(64 * 1024)}\r\n\r\n`),
      "answer_malformed",
    ],
  ])("that %s is one of the known failures", async (_how, answer, failure) => {
    expect(await askTcp((socket) => socket.on("error", () => {}).once("data", () => answer(socket)))).toEqual(
      { failure },
    );
  });

  it("that is not there is one of the known failures", async () => {
    const port = await listening(createTcp());
    await open.pop()?.();
    const egress = openEgress({ allowed: [`127.0.0.1:${port}`], limits });
    expect(await egress({ url: `http://127.0.0.1:${port}/`, ...message })).toEqual({
      failure: "unreachable",
    });
  });
});

/** Calls https://hooks.example.com/ with these look-ups, one after the other; the internet is a receiver of this machine. */
async function askNamed(...answers: (string[] | "silent")[]) {
  const dialled: Dial[] = [];
  let heard = "";
  const port = await listening(
    createTcp((socket) => {
      socket.on("error", () => {});
      socket.once("data", (hello) => {
        heard = hello.toString("latin1");
        socket.destroy();
      });
    }),
  );
  let asked = 0;
  const resolve: Resolve = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    return answer === "silent" ? new Promise(() => {}) : answer;
  };
  const { connect: tls } = await import("node:tls");
  const dial = (to: Dial) => {
    dialled.push(to);
    return tls({ socket: connect(port, "127.0.0.1"), servername: to.servername });
  };
  const result = await openEgress({ allowed: [], resolve, dial, limits })({
    url: "https://hooks.example.com/",
    ...message,
  });
  return { result, dialled, asked, heard };
}

describe("a name", () => {
  it("is looked up once, and the connection goes to the address that was looked at", async () => {
    const { dialled, asked, heard } = await askNamed(["8.8.8.8"], ["127.0.0.1"]);
    expect(asked).toBe(1);
    expect(dialled).toEqual([
      { address: "8.8.8.8", port: 443, secure: true, servername: "hooks.example.com" },
    ]);
    // The name stands in the greeting, so that the certificate has to be for it.
    expect(heard).toContain("hooks.example.com");
  });

  it.each([
    [["127.0.0.1"]],
    [["8.8.8.8", "10.0.0.1"]],
    [["10.0.0.1", "8.8.8.8"]],
    [["8.8.8.8", "::1"]],
    [["2606:4700::1", "fd00::1"]],
    [["8.8.8.8", "::ffff:169.254.169.254"]],
    [["not an address"]],
  ])("that leads to %j is called nowhere", async (addresses) => {
    const { result, dialled } = await askNamed(addresses);
    expect([result, dialled]).toEqual([{ failure: "address_refused" }, []]);
  });

  it("that nobody has, or whose servers are silent, is a known failure", async () => {
    expect((await askNamed([])).result).toEqual({ failure: "name_unknown" });
    expect((await askNamed("silent")).result).toEqual({ failure: "timeout" });
  });

  it("without encryption behind it, or with somebody else's, is sent nothing", async () => {
    const got: string[] = [];
    const port = await listening(
      createTcp((socket) => {
        socket.on("error", () => {});
        socket.on("data", (data) => {
          got.push(data.toString("latin1"));
          socket.write("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
        });
      }),
    );
    const egress = openEgress({ allowed: [`127.0.0.1:${port}`], limits });
    expect(await egress({ url: `https://127.0.0.1:${port}/`, ...message })).toEqual({
      failure: "tls_failed",
    });
    expect(got.join()).not.toContain('{"a":1}');
  });
});

it("an address we do not call is not even looked up", async () => {
  const never = () => Promise.reject(new Error("looked up"));
  const egress = openEgress({ allowed: [], resolve: never, dial: never as never, limits });
  expect(await egress({ url: "http://example.com/", ...message })).toEqual({ failure: "url_refused" });
  expect(await egress({ url: "https://0x7f.1/", ...message })).toEqual({ failure: "address_refused" });
});
