import { createHash } from "node:crypto";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const longest = /(accessibility|page-isolation|security\/isolation|security\/matrix)\.test\.ts$/;

/** Files in an order drawn anew for each run, but for the longest: begun last, they would leave a core idle for minutes. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const place = ({ moduleId }: TestSpecification) =>
      `${longest.test(moduleId) ? 0 : 1}${createHash("sha256").update(`${seed} ${moduleId}`).digest("hex")}`;
    return files.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  }
}

/** One run for all packages and the browser journeys; one database server behind it. */
export default defineConfig({
  test: {
    include: ["{apps,packages,tooling}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/build/**", "**/dist/**"],
    globalSetup: ["packages/db/src/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    sequence: { shuffle: { tests: true }, sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
