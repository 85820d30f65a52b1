import { useMemo } from "react";
import { SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { type Column, type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "./settings-frame.tsx";

export interface SessionRow {
  id: string;
  current: boolean;
  /** Names, "Firefox" and "Windows"; null = the browser did not say. */
  device: { browser: string; system: string } | null;
  ip: string | null;
  /** Instants. */
  createdAt: string;
  lastSeenAt: string;
}

export interface SessionsProps {
  open: readonly SettingsPage[];
  sessions: SessionRow[];
}

/** Posts `session=<id>` or `session=others`. */
export function Sessions({ open, sessions }: SessionsProps) {
  const { t } = useWords("settings");
  const { columns, looks } = useSessionColumns();
  const others = sessions.length > 1 && (
    <PostForm id="others">
      <input type="hidden" name="session" value="others" />
      <SubmitButton>{t("sessions.endOthers")}</SubmitButton>
    </PostForm>
  );
  return (
    <SettingsFrame page="sessions" open={open} actions={others}>
      <p className="help gap-bottom">{t("sessions.about")}</p>
      <DataTable
        columns={columns}
        looks={looks}
        rows={sessions}
        rowId={(row) => row.id}
        caption={t("sessions.title")}
      />
    </SettingsFrame>
  );
}

const order = ["device", "address", "started", "seen", "actions"] as const;

function useSessionColumns() {
  const { t } = useWords("settings");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: SessionRow) => React.ReactNode> = {
      device: (row) => (
        <span className="clip">
          {row.device ? t("sessions.on", row.device) : t("sessions.unknownDevice")}
        </span>
      ),
      address: (row) => (
        <span className="mono" translate="no">
          {row.ip}
        </span>
      ),
      started: (row) => <time dateTime={row.createdAt}>{format.date(row.createdAt)}</time>,
      seen: (row) => <time dateTime={row.lastSeenAt}>{format.moment(row.lastSeenAt)}</time>,
      actions: (row) =>
        row.current ? <span className="badge ok">{t("sessions.this")}</span> : <EndSession id={row.id} />,
    };
    return order.map(
      (id): Column<SessionRow> => ({
        id,
        header: () => t(`sessions.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    device: { rowHead: true },
    address: { width: "w-148", label: t("sessions.address") },
    started: { width: "w-132", label: t("sessions.started"), className: "num" },
    seen: { width: "w-200", label: t("sessions.seen"), className: "num" },
    actions: { width: "w-148", className: "ac", right: true },
  };
  return { columns, looks };
}

function EndSession({ id }: { id: string }) {
  const { t } = useWords("settings");
  return (
    <PostForm id={`end-${id}`} className="acts">
      <input type="hidden" name="session" value={id} />
      <SubmitButton size="sm">{t("sessions.end")}</SubmitButton>
    </PostForm>
  );
}
