import { loginDomainProblem } from "./login-domain.ts";

/** Letters that no accent makes of a plain one. */
const plainOf: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

/** Words that say what kind of company it is, and nobody looks for. */
const legalForms = new Set(
  "ab ag as asa aps bv co corp gmbh inc kg limited llc llp lp ltd nv oy plc pty sa sarl sas sl spa srl".split(
    " ",
  ),
);

const endings = ["hq", "group", "team", "direct", "partners", "global", "works", "one", "two", "three"];

/**
 * Login domains that a company's name suggests, the nearest first, each of a form that can be had; whether somebody
 * has it already is not known here. None of a name without three letters of the Latin alphabet. Pure.
 */
export function loginDomainIdeas(company: string): string[] {
  const words = plainWords(company);
  const telling = words.filter((word) => !legalForms.has(word));
  const [first = "", second = ""] = telling;
  const whole = telling.join("");
  const stem = whole.length > 30 ? `${first}${second}`.slice(0, 30) : whole;
  const ideas = [whole, words.join(""), `${first}${second}`, first];
  const ended = endings.map((ending) => `${stem}${ending}`);
  const wanted = stem.length < 3 ? ideas : [...ideas, ...ended, `my${stem}`, `go${stem}`];
  return [...new Set(wanted)].filter((idea) => loginDomainProblem(idea) === undefined);
}

/** A name's words in letters a to z: "Müller & Søn GmbH" is muller, son, gmbh. */
function plainWords(name: string): string[] {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}|[.'’]/gu, "")
    .replace(/[ßæœøłđðþ]/g, (letter) => plainOf[letter] ?? "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
