import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface PlanMigration {
  id: string;
  planId: string;
  version: number;
  /** Instant. */
  dueAt: string;
  state: "scheduled" | "done" | "cancelled";
  resellers: number;
  keepPrice: number;
}

/** Migrations done and to come; one that waits can be undone. */
export function Migrations({ migrations, mayUndo }: { migrations: PlanMigration[]; mayUndo: boolean }) {
  const { t } = useWords("plans");
  const format = useFormat();
  return (
    <Card title={t("migrate.history")}>
      <ul className="list">
        {migrations.map(({ id, planId, version, dueAt, state, resellers, keepPrice }) => (
          <li key={id}>
            <span>{t("migrate.due", { number: version, date: format.date(dueAt) })}</span>
            <span className="muted">
              {t("migrate.counts", { count: resellers })}
              {keepPrice > 0 && `, ${t("migrate.kept", { count: keepPrice })}`}
            </span>
            <span className="sp">{t(`migrate.state.${state}`)}</span>
            {state === "scheduled" && mayUndo && (
              <PostForm id={`undo-${id}`} action={`/plans/${planId}/migrations/${id}/undo`} stays>
                <SubmitButton size="sm">{t("migrate.undo")}</SubmitButton>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
