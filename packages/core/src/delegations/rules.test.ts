import { describe, expect, it } from "vitest";
import { type Delegation, missingMove, missingRight, type Right } from "./rules.ts";

const all: Delegation = {
  ...{ create: true, edit: true, archive: true },
  stopModes: ["sales_stopped", "inactive", "stopped"],
  types: ["own_plans", "commission"],
  ...{ maximum: null, resellers: 0 },
};
const none: Delegation = { ...all, create: false, edit: false, archive: false, stopModes: [] };
const rights: Right[] = ["create", "edit", "stop", "archive"];

describe("a right of a delegation", () => {
  it("of seeing needs no delegation", () => {
    expect(missingRight(null, "see")).toBeUndefined();
  });

  it.each(rights)("%s is refused without a delegation, and where the ceiling leaves it out", (right) => {
    expect(missingRight(null, right)).toBe("not_delegated");
    expect(missingRight(undefined, right)).toBe("not_delegated");
    expect(missingRight(none, right)).toBe(`ceiling_${right}`);
    expect(missingRight(all, right)).toBeUndefined();
  });
});

describe("a move of a reseller by its upline", () => {
  const lock: Pick<Delegation, "stopModes"> = { stopModes: ["inactive"] };
  const by = (statusBy: string | null, status: "active" | "locked" | "stopped") => ({ status, statusBy });

  it("uses the ways of stopping it was given, and no others", () => {
    expect(missingMove(lock, by(null, "active"), "locked", "me")).toBeUndefined();
    expect(missingMove(lock, by(null, "active"), "stopped", "me")).toBe("ceiling_stop");
    expect(missingMove({ stopModes: [] }, by(null, "active"), "locked", "me")).toBe("ceiling_stop");
  });

  it("undoes what it did itself, while it may still do that", () => {
    expect(missingMove(lock, by("me", "locked"), "active", "me")).toBeUndefined();
    expect(missingMove(lock, by("me", "stopped"), "active", "me")).toBe("ceiling_stop");
  });

  it("lifts no stop that was set above it", () => {
    expect(missingMove(lock, by(null, "locked"), "active", "me")).toBe("stopped_above");
    expect(missingMove(all, by("other", "locked"), "stopped", "me")).toBe("stopped_above");
  });
});
