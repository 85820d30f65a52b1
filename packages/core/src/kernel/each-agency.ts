/**
 * Works for each agency in turn and adds up what was done. One agency's failure does not hold up the others; all of them
 * are thrown at the end (AggregateError).
 */
export async function eachAgency<A>(
  agencies: readonly A[],
  failed: string,
  work: (agency: A) => Promise<number>,
): Promise<number> {
  let done = 0;
  const failures: unknown[] = [];
  for (const agency of agencies) {
    try {
      done += await work(agency);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failed);
  return done;
}
