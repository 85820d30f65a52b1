/** The first letter of a tenant's name on its colour. */
export function BrandMark({ name, large }: { name: string; large?: boolean }) {
  return (
    <span className={large ? "mark lg" : "mark"} aria-hidden="true" translate="no">
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  );
}
