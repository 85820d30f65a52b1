import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

describe("safePath", () => {
  it.each(["/", "/resellers", "/resellers?q=a%20b&sort=-joined", "/resellers/1#top"])(
    "keeps %j on this host",
    (path) => {
      expect(safePath(path)).toBe(path.split("#")[0]);
    },
  );

  it.each([
    ...[
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "/\r\\evil.example",
    ],
    ...[
      "https://evil.example",
      "javascript:alert(1)",
      " //evil.example",
      "evil.example",
      "",
      "///evil.example",
    ],
    ...["/\u0009\\evil.example", "http:evil.example", "data:text/html,x"],
  ])("turns %j into the first page", (path) => {
    expect(safePath(path)).toBe("/");
  });

  it.each([undefined, null, 3, {}])("turns %j into the first page", (value) => {
    expect(safePath(value)).toBe("/");
  });
});
