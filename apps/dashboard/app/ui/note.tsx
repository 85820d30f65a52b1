import clsx from "clsx";
import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const icons = { err: TriangleAlert, warn: TriangleAlert, good: CircleCheck, plain: Info };

export function Note({ kind = "plain", children }: { kind?: keyof typeof icons; children: ReactNode }) {
  const alert = kind === "err";
  return (
    <div
      className={clsx("note", kind, "gap-bottom")}
      role={alert ? "alert" : undefined}
      tabIndex={alert ? -1 : undefined}
    >
      <Icon of={icons[kind]} />
      <div>{children}</div>
    </div>
  );
}
