import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { asCurl } from "./as-curl.server.ts";

it("hands a shell the address and the body as they are, whatever stands in them", () => {
  const url = "https://example.com/it's?a=$(whoami)&b=`id`";
  const body = `{"name":"O'Brien \\"& sons\\" $HOME \`id\`"}`;
  const command = asCurl({ url, messageId: "msg_1", body });
  const script = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${command}`;
  const given = execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" }).split("\0");
  expect(given).toContain(url);
  expect(given[given.indexOf("--data-raw") + 1]).toBe(body);
  expect(given).toContain("webhook-id: msg_1");
});
