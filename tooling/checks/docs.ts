import type { Source } from "./source.ts";

const topLevel = /^(apps|packages|tooling|docs|\.ci)(\/|$)/;

/** Finds paths in backticks in README.md and docs/ that look like ours and do not exist. */
export function checkDocs(sources: Source[]): string[] {
  const known = new Set(sources.flatMap(({ path }) => withFolders(path)));
  return sources
    .filter(({ path }) => path === "README.md" || /^docs\/.*\.md$/.test(path))
    .flatMap((source) =>
      mentioned(source.text)
        .filter(({ path }) => !known.has(path))
        .map(({ path, line }) => `${source.path}:${line}: ${path} does not exist`),
    );
}

function mentioned(text: string): { path: string; line: number }[] {
  return text.split("\n").flatMap((content, index) =>
    [...content.matchAll(/`([^`\s]+)`/g)]
      .map((match) => match[1]!.replace(/^\.\//, "").replace(/(:\d+|\/)$/, ""))
      // Placeholders and patterns name no single file.
      .filter((path) => topLevel.test(path) && !/[*<>{}[\]$]|NNN/.test(path))
      .map((path) => ({ path, line: index + 1 })),
  );
}

function withFolders(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
