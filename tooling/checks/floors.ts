/** The lowest versions without known holes, one per major line; no floor at all means that no version will do. */
export interface Floor {
  package: string;
  floors: string[];
  closes: string;
}

/** Finds packages in pnpm-lock.yaml that are older than their floor. A newer major than every floor is fine. */
export function checkFloors(lockfile: string, floors: Floor[]): string[] {
  return lockedVersions(lockfile).flatMap(({ name, version }) =>
    floors
      .filter((floor) => matches(floor.package, name) && !reaches(version, floor.floors))
      .map(({ floors: lowest, closes }) => {
        const wanted = lowest.length > 0 ? `needs ${lowest.join(" or ")}` : "must not be used";
        return `pnpm-lock.yaml: ${name} ${version} ${wanted} (${closes})`;
      }),
  );
}

function lockedVersions(lockfile: string): { name: string; version: string }[] {
  const packages = lockfile.split(/^packages:$/m)[1]?.split(/^\S/m)[0] ?? "";
  return [...packages.matchAll(/^ {2}'?(@?[^@'\s]+)@(\d[^:'\s]*)'?:$/gm)].map((match) => ({
    name: match[1]!,
    version: match[2]!,
  }));
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith("/*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function reaches(version: string, floors: string[]): boolean {
  const own = numbers(version);
  const line = floors.map(numbers).find((floor) => floor[0] === own[0]);
  if (line) return compare(own, line) >= 0;
  return floors.length > 0 && floors.every((floor) => own[0]! > numbers(floor)[0]!);
}

function numbers(version: string): number[] {
  return version.split(/[.-]/).slice(0, 3).map(Number);
}

function compare(a: number[], b: number[]): number {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}
