import ts from "typescript";
import { partOf } from "./places.ts";
import { isCode, isTest, type Source } from "./source.ts";
import { at, walk } from "./syntax.ts";

const mayTellTime = /^packages\/core\/src\/(kernel\/clock\.ts$|identity\/)/;

/**
 * Finds reads of the machine's time outside the clock and the security files: business time comes from
 * `ctx.now`, which an agency in test mode can move. `allowed` maps further files, or folders with a slash at the
 * end, to the reason why theirs is security time; an entry nobody uses is found too.
 */
export function checkClock(sources: Source[], allowed: Record<string, string>): string[] {
  const problems: string[] = [];
  const used = new Set<string>();
  const isFree = ({ path }: Source) =>
    ["db", "tooling", "root"].includes(partOf(path)) || mayTellTime.test(path);
  for (const source of sources.filter((file) => isCode(file) && !isTest(file) && !isFree(file)))
    walk(source, (node) => {
      if (!readsTime(node)) return;
      const entry = Object.keys(allowed).find(
        (path) => source.path === path || (path.endsWith("/") && source.path.startsWith(path)),
      );
      if (entry) used.add(entry);
      else
        problems.push(
          at(
            source,
            node,
            `${node.getText().replace(/\s+/g, " ").slice(0, 60)}: take the time from the context`,
          ),
        );
    });
  const unused = Object.keys(allowed).filter((path) => !used.has(path));
  return [...problems, ...unused.map((path) => `tooling/checks/clock.json: ${path} reads no time`)];
}

function readsTime(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.getText() === "Date.now";
  if (ts.isNewExpression(node)) return node.expression.getText() === "Date" && !node.arguments?.length;
  if (ts.isCallExpression(node)) return node.expression.getText() === "Date";
  const isText =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return isText && /\b(now|clock_timestamp|statement_timestamp)\(\)|\bcurrent_timestamp\b/i.test(node.text);
}
