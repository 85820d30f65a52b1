import { spawnSync } from "node:child_process";

/** Applies a patch to a scratch copy, or takes it back. Returns why it could not, or nothing. */
export function applyPatch(dir: string, diff: string, back = false): string | undefined {
  const args = ["apply", "--whitespace=nowarn", ...(back ? ["--reverse"] : []), "-"];
  const { status, stderr } = spawnSync("git", args, {
    cwd: dir,
    input: diff,
    encoding: "utf8",
    // A repository around the temporary folder would make git skip files outside of it without a word.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: dir, GIT_DIR: "/dev/null" },
  });
  return status === 0 ? undefined : `the patch no longer applies: ${stderr.trim().split("\n")[0]}`;
}
