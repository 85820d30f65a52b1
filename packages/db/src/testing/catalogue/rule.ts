import type { Catalogue, Relation } from "./facts.ts";

/** A rule about one sort of object: judges each there is and answers sentences, none when all is well. */
export interface Rule {
  name: string;
  findings: (catalogue: Catalogue) => Map<string, string[]>;
}

interface Sort<T> {
  all: (catalogue: Catalogue) => T[];
  nameOf: (thing: T) => string;
}

/** Declares a rule over things of one sort; `judge` answers a sentence for what is wrong and something false else. */
export function rule<T>(
  name: string,
  { all, nameOf }: Sort<T>,
  judge: (thing: T, catalogue: Catalogue) => (string | false | null | undefined)[],
): Rule {
  return {
    name,
    findings: (catalogue) => {
      const found = new Map<string, string[]>();
      for (const thing of all(catalogue)) {
        const problems = judge(thing, catalogue).filter((one): one is string => Boolean(one));
        found.set(nameOf(thing), [...(found.get(nameOf(thing)) ?? []), ...problems]);
      }
      return found;
    },
  };
}

/** Everything wrong in a database, as "rule: object: sentence". */
export function allProblems(rules: Rule[], catalogue: Catalogue): string[] {
  return rules.flatMap(({ name, findings }) =>
    [...findings(catalogue)].flatMap(([object, problems]) =>
      problems.map((problem) => `${name}: ${object}: ${problem}`),
    ),
  );
}

const nameOf = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`;
const isTable = ({ kind }: Relation) => kind === "table" || kind === "partitioned";

export const everyRelation: Sort<Relation> = { all: (catalogue) => catalogue.relations, nameOf };
export const tenantTables: Sort<Relation> = {
  all: ({ relations }) => relations.filter((one) => one.schema === "public" && isTable(one)),
  nameOf,
};
export const ourRelations: Sort<Relation> = {
  all: ({ relations }) => relations.filter(({ schema }) => ["public", "app", "platform"].includes(schema)),
  nameOf,
};
export const ourRoutines: Sort<Catalogue["routines"][number]> = {
  all: ({ routines }) => routines.filter(({ schema }) => schema !== "graphile_worker"),
  nameOf,
};
