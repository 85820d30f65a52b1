import ts from "typescript";
import { isEntryPoint } from "./places.ts";
import { isCode, isTest, type Source } from "./source.ts";
import { at, treeOf } from "./syntax.ts";

/**
 * Finds module-level state that could carry one tenant's data into another's request: `let`, and collections
 * that begin empty. `allowed` maps "path#name" to the reason why that one is safe; an entry nobody uses is found too.
 */
export function checkModuleState(sources: Source[], allowed: Record<string, string>): string[] {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const source of sources.filter(servesRequests))
    for (const statement of treeOf(source).statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const changes = !(statement.declarationList.flags & ts.NodeFlags.Const);
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (!changes && !beginsEmpty(initializer)) continue;
        const key = `${source.path}#${name.getText()}`;
        used.add(key);
        if (!allowed[key]) problems.push(at(source, statement, `module-level state "${name.getText()}"`));
      }
    }
  const unused = Object.keys(allowed).filter((key) => !used.has(key));
  return [...problems, ...unused.map((key) => `tooling/checks/module-state.json: nothing is called ${key}`)];
}

/** What a process keeps about itself in the file it begins with belongs to no request. */
function servesRequests(file: Source): boolean {
  const begins = isEntryPoint(file.path) && !file.path.endsWith("/server.ts");
  return /^(apps|packages)\//.test(file.path) && isCode(file) && !isTest(file) && !begins;
}

function beginsEmpty(value: ts.Expression | undefined): boolean {
  if (!value) return false;
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0;
  return (
    ts.isNewExpression(value) &&
    /^(Weak)?(Map|Set)$/.test(value.expression.getText()) &&
    !value.arguments?.length
  );
}
