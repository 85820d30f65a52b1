import { describe, expect, it } from "vitest";
import { grantableScopes } from "./api-keys/grantable.ts";
import { keyScopes } from "./key-scopes.ts";
import { keyScopeOf, needsProof, policy, principalMay, type VerbName } from "./policy.ts";
import { principals } from "./roles.ts";
import { columns, rows, verbs } from "./testing/matrix.ts";
import { differences, stepUpDifferences } from "./testing/matrix-differences.ts";

const names = Object.keys(policy) as VerbName[];
const inMatrix = Object.keys(verbs) as (keyof typeof verbs)[];

/** Who the matrix gives a verb to. */
function agreed(verb: keyof typeof verbs): string[] {
  const [row, letter] = verbs[verb];
  const line = Object.entries(rows)
    .find(([name]) => name.startsWith(`${row} `))![1]
    .split(" ");
  return columns.filter((_column, index) => line[index]!.includes(letter));
}

/** Does the matrix ask for a fresh proof? Reading never does. */
function stepUpAgreed(verb: keyof typeof verbs): boolean {
  const [row, letter] = verbs[verb];
  const line = Object.entries(rows).find(([name]) => name.startsWith(`${row} `))![1];
  return letter !== "R" && line.includes("1");
}

/** Who policy.ts gives it to, keys included. */
function given(verb: VerbName): string[] {
  return columns.filter((who) => (who === "K" ? keyScopeOf(verb) !== undefined : principalMay(verb, who)));
}

describe("policy.ts is the agreed matrix", () => {
  it("every row has a cell for everybody", () => {
    for (const line of Object.values(rows)) expect(line.split(" ")).toHaveLength(columns.length);
  });

  it.each(inMatrix)("%s", (verb) => {
    const { more = "", less = "", why = "none" } = differences[verb] ?? {};
    const wanted = new Set([...agreed(verb), ...more.split(" ")].filter(Boolean));
    for (const who of less.split(" ")) wanted.delete(who);
    expect(given(verb), `differs for: ${why}`).toEqual(columns.filter((who) => wanted.has(who)));
  });

  it.each(inMatrix)("%s asks for a fresh proof where a 1 stands", (verb) => {
    const wanted = stepUpAgreed(verb) !== verb in stepUpDifferences;
    expect(needsProof(verb), stepUpDifferences[verb] ?? "as the row says").toBe(wanted);
  });

  it("names no difference that is none", () => {
    const idle = inMatrix.filter((verb) => {
      const { more = "", less = "" } = differences[verb] ?? {};
      const dead = [
        ...more.split(" ").filter((who) => who && agreed(verb).includes(who)),
        ...less.split(" ").filter((who) => who && !agreed(verb).includes(who)),
      ];
      return dead.length > 0;
    });
    expect(idle).toEqual([]);
  });

  it("has a row for every verb but those at the door or behind a link or signature, and the operator's mails and demo", () => {
    const rest = names.filter((verb) => !(verb in verbs));
    expect(rest).toEqual(
      rest.filter(
        (verb) =>
          /^(session\.create|second-step\.|password\.|invitation\.|operator|mail\.|demo\.)/.test(verb) ||
          /^(payment-link\.(open|pay)|checkout\.|payment\.receive$)/.test(verb),
      ),
    );
  });

  it("knows no principal but the listed ones", () => {
    const known = new Set<string>([...principals, "anonymous", "PO"]);
    const named = Object.values(policy).flatMap(({ people }) => people.split(" "));
    expect(named.filter((who) => !known.has(who))).toEqual([]);
  });
});

describe("what follows from it", () => {
  const sides = { agency: "A", reseller: "R", customer: "C" } as const;
  const people = (["agency", "reseller", "customer"] as const).flatMap((accountKind) =>
    principals
      .filter((name) => name.startsWith(sides[accountKind]))
      .map((name) => ({ name, accountKind, letter: name.charAt(1) })),
  );
  const roleOf = { O: "owner", A: "admin", F: "finance", S: "support", V: "viewer", M: "member" } as const;

  it.each(people)(
    "$name grants a key only scopes that open something to $name (p1, p6)",
    ({ name, accountKind, letter }) => {
      const role = roleOf[letter as keyof typeof roleOf];
      for (const scope of keyScopes) {
        const opens = names.some((verb) => keyScopeOf(verb) === scope && principalMay(verb, name));
        expect(grantableScopes({ accountKind, role }).includes(scope)).toBe(opens);
      }
    },
  );

  it("finance, support and viewers make nobody and no key", () => {
    for (const who of ["AF", "AV", "RF", "RV", "CM"]) {
      expect(
        names.filter(
          (verb) =>
            principalMay(verb, who) &&
            /create|archive|activate|invit.*(link|resend)/.test(verb) &&
            !verb.startsWith("saved-view"),
        ),
        // Finance sends a new link for what is owed, and the agency's prepares what goes out.
      ).toEqual(
        {
          AF: ["payout.create", "payment-link.create"],
          RF: ["commission-dispute.create", "payment-link.create"],
        }[who] ?? [],
      );
    }
  });

  it("viewers change nothing but themselves", () => {
    const changes =
      /create|update|activate|archive|restore|revoke|resend|link|ingest|invite|(?<!ex)change|able|remove|end-|renew|require|choose/;
    const own =
      /^(profile|session|saved-view|password|second-factor\.|notice|invitation\.accept|payment-link\.(open|pay)$)/;
    for (const who of ["AV", "RV"]) {
      expect(
        names.filter((verb) => principalMay(verb, who) && changes.test(verb) && !own.test(verb)),
      ).toEqual([]);
    }
  });

  it("the operator has no tenant's verb, and no tenant's person an operator's", () => {
    const operators = names.filter((verb) => principalMay(verb, "PO"));
    expect(operators.filter((verb) => principals.some((who) => principalMay(verb, who)))).toEqual([]);
  });
});
