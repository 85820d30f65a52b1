import ts from "typescript";
import { partOf } from "./places.ts";
import { isCode, isTest, type Source } from "./source.ts";
import { at, walk } from "./syntax.ts";

/** Finds, outside packages/db, the ways around bound parameters and around the tenant's transaction. */
export function checkRawSql(sources: Source[]): string[] {
  const problems: string[] = [];
  const outside = (file: Source) => !["db", "tooling"].includes(partOf(file.path));
  for (const source of sources.filter((file) => isCode(file) && outside(file) && !isTest(file)))
    walk(source, (node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const callee = node.expression;
      const raw = callee.expression.getText() === "sql" && /^(raw|identifier)$/.test(callee.name.text);
      if (raw) problems.push(at(source, node, `sql.${callee.name.text} only in packages/db`));
      if (callee.name.text === "transaction")
        problems.push(at(source, node, ".transaction() leaks clients of a pool; use command or query"));
    });
  return problems;
}
