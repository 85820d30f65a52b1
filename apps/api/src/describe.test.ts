import { expect, it } from "vitest";
import { describer } from "./describe.ts";

const tenant = (name: string) => ({ name, origin: `https://${name}.example`, operator: false });

it("builds the document once for a kind of host, and keeps nothing of the host that asked", () => {
  const describe = describer();
  const [kestrel, merlin] = [describe(tenant("kestrel")), describe(tenant("merlin"))];
  const operator = describe({ name: "Operator", origin: "https://operator.example", operator: true });
  expect(merlin.paths).toBe(kestrel.paths);
  expect(operator.paths).not.toBe(kestrel.paths);
  expect(merlin.info.title).toBe("merlin API");
  expect(merlin.servers).toEqual([{ url: "https://merlin.example/api/v1" }]);
  // Not `toContain`, which would print the whole document.
  const traces = [merlin, operator].map((document) => JSON.stringify(document).includes("kestrel.example"));
  expect(traces).toEqual([false, false]);
  expect({ ...merlin, info: kestrel.info, servers: kestrel.servers }).toEqual(kestrel);
});

it("describes texts by patterns that a reader of JSON Schema can use: no delimiters and flags inside", () => {
  const patterns = [true, false].flatMap((operator) => {
    const document = JSON.stringify(describer()({ ...tenant("any"), operator }));
    return [...document.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) => JSON.parse(text!));
  });
  expect(patterns.length).toBeGreaterThan(5);
  for (const pattern of patterns) {
    expect(() => new RegExp(pattern, "u")).not.toThrow();
    expect(pattern).not.toMatch(/\/[a-z]*$/);
  }
});
