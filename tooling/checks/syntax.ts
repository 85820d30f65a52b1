import ts from "typescript";
import type { Source } from "./source.ts";

export interface Import {
  specifier: string;
  /** true when nothing of it is left after compiling. */
  typeOnly: boolean;
  line: number;
}

const parsed = new WeakMap<Source, ts.SourceFile>();

/** The syntax tree of a file, parsed once. */
export function treeOf(source: Source): ts.SourceFile {
  let tree = parsed.get(source);
  if (!tree) {
    const kind = source.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
    parsed.set(source, tree);
  }
  return tree;
}

/** Calls back for every node of the file. */
export function walk(source: Source, visit: (node: ts.Node) => void): void {
  const step = (node: ts.Node) => {
    visit(node);
    ts.forEachChild(node, step);
  };
  step(treeOf(source));
}

/** "path:line: message", as editors and terminals link it. */
export function at(source: Source, node: ts.Node, message: string): string {
  return `${source.path}:${lineOf(source, node)}: ${message}`;
}

/** Imports, re-exports and dynamic imports with a fixed name. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(source, (node) => {
    const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
      if (specifier && ts.isStringLiteral(specifier))
        found.push({ specifier: specifier.text, typeOnly, line: lineOf(source, node) });
    };
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
  });
  return found;
}

function lineOf(source: Source, node: ts.Node): number {
  return treeOf(source).getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}
