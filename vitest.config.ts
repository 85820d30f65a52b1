import { createHash } from "node:crypto";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that replace a module, and so cannot share theirs with others. */
const replacing = [
  "packages/core/src/identity/passwords.test.ts",
  "packages/core/src/resellers/create.test.ts",
  "apps/api/src/security/sign-in.test.ts",
];

const longest = /(accessibility|page-isolation|security\/isolation|security\/matrix)\.test\.ts$/;

/**
 * Files in an order drawn anew for each run, but for the longest: begun last, they would leave a core idle for minutes.
 * Those with modules of their own come last, since a process is kept only for files that share theirs.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const place = ({ moduleId, project }: TestSpecification) => {
      const group = longest.test(moduleId) ? 0 : project.config.isolate ? 2 : 1;
      return `${group}${createHash("sha256").update(`${seed} ${moduleId}`).digest("hex")}`;
    };
    return files.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  }
}

/** Pages and mails are drawn by the React that ships: the one for development takes twice as long. */
const built = { oxc: { jsx: { development: false } } };

const each = {
  pool: "forks",
  maxWorkers: 2,
  sequence: { shuffle: { tests: true } },
  env: { NODE_ENV: "production" },
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const;

/** One run for all packages and the browser journeys; one database server behind it. */
export default defineConfig({
  test: {
    globalSetup: ["packages/db/src/testing/global-setup.ts"],
    maxWorkers: 2,
    teardownTimeout: 20_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...built,
        test: {
          ...each,
          name: "shared",
          include: ["{apps,packages,tooling}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/build/**", "**/dist/**", ...replacing],
          isolate: false,
        },
      },
      { ...built, test: { ...each, name: "replacing", include: replacing } },
    ],
  },
});
