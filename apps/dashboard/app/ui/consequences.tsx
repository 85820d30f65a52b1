import { Info } from "lucide-react";
import { Icon } from "./icon.tsx";

/** What a dialog's verb will do, each in a sentence, before anything is done. */
export function Consequences({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="consequences">
      {lines.map((line) => (
        <li key={line}>
          <Icon of={Info} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
