import { Info } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Icon } from "./icon.tsx";

/** Opens on pointing and on focus by style alone; Escape shuts it where it hides something. */
export function InfoTip({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  const [shut, setShut] = useState(false);
  return (
    <span className={shut ? "tip shut" : "tip"}>
      <button
        type="button"
        className="ib xs"
        aria-describedby={id}
        onKeyDown={(event) => event.key === "Escape" && setShut(true)}
        onBlur={() => setShut(false)}
        onMouseEnter={() => setShut(false)}
      >
        <Icon of={Info} />
        <span className="sr">{label}</span>
      </button>
      <span role="tooltip" id={id}>
        {children}
      </span>
    </span>
  );
}
