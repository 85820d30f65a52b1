import ts from "typescript";
import { isEntryPoint } from "./places.ts";
import { isCode, isTest, type Source } from "./source.ts";
import { at, walk } from "./syntax.ts";

/** Finds reads of process.env below the entry points: configuration is parsed once and passed in. */
export function checkEnvironment(sources: Source[]): string[] {
  const problems: string[] = [];
  for (const source of sources.filter((file) => isCode(file) && !isTest(file) && !isEntryPoint(file.path)))
    walk(source, (node) => {
      const isRead = ts.isPropertyAccessExpression(node) && node.getText() === "process.env";
      if (isRead) problems.push(at(source, node, "only entry points read process.env"));
    });
  return problems;
}
