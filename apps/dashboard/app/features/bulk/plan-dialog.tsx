import { Button, ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { AskForm, type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface BulkPlanPreview {
  total: number;
  /** More match than one run takes. */
  more: boolean;
  plan: {
    name: string;
    version: number;
    over: number;
    waiting: number;
    /** Will be refused. */
    short: number;
    dueAt: string;
  } | null;
}

export interface ChangeManyPlansProps {
  plans: { id: string; name: string; version: number }[];
  values: { planId?: string; effective: "now" | "next_period"; keepPrice: boolean };
  /** What of the address the choice has to carry on: who was ticked, or the list's search and filters. */
  keep: [name: string, value: string][];
  /** Undefined before a plan was chosen. */
  preview?: BulkPlanPreview;
  closeTo: string;
  state?: FormState;
}

/** Choose the plan, look at what it means in numbers, confirm. The choice is the address, as on one reseller's page. */
export function ChangeManyPlans({ plans, values, keep, preview, closeTo, state }: ChangeManyPlansProps) {
  const { t } = useWords(["bulk", "plans", "common"]);
  const refusal = Object.values(state?.errors ?? {})[0] ?? state?.formError;
  const total = preview?.total ?? 0;
  return (
    <RouteDialog
      title={t(total > 0 ? "title.change_plan" : "plan.title", { count: total })}
      closeTo={closeTo}
    >
      {refusal && <Note kind="err">{refusal}</Note>}
      <AskForm id="plan" state={{}} action="/resellers/bulk">
        {keep.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Select
          name="toPlan"
          label={t("plans:change.plan")}
          defaultValue={values.planId}
          choices={plans.map((plan) => ({
            value: plan.id,
            label: t("plans:change.planVersion", plan),
            isData: true,
          }))}
        />
        <Select
          name="effective"
          label={t("plans:change.effective")}
          defaultValue={values.effective}
          choices={[
            { value: "next_period", label: t("plans:change.next_period") },
            { value: "now", label: t("plans:change.now") },
          ]}
        />
        <label className="tick">
          <input
            className="ck"
            type="checkbox"
            name="keepPrice"
            value="on"
            defaultChecked={values.keepPrice}
          />
          <b>{t("plans:change.keepPrice")}</b>
        </label>
        <div className="row gap-bottom">
          <Button type="submit">{t("plans:change.preview")}</Button>
        </div>
      </AskForm>
      {preview && total === 0 && <p role="status">{t("none.change_plan")}</p>}
      {preview?.plan && <PlanLines {...preview} plan={preview.plan} now={values.effective === "now"} />}
      <PostForm id="bulk-run" state={state} className="row">
        <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
        {total > 0 && <SubmitButton kind="pri">{t("confirm.change_plan", { count: total })}</SubmitButton>}
      </PostForm>
    </RouteDialog>
  );
}

interface PlanLinesProps extends BulkPlanPreview {
  plan: NonNullable<BulkPlanPreview["plan"]>;
  now: boolean;
}

function PlanLines({ total, more, plan, now }: PlanLinesProps) {
  const { t } = useWords(["bulk", "plans"]);
  const format = useFormat();
  const { over, waiting, short, dueAt } = plan;
  const lines = [
    ...(more ? [t("more", { count: total })] : []),
    t("plan.to", { plan: t("plans:change.planVersion", plan) }),
    now ? t("plans:change.dueNow") : t("plans:change.due", { date: format.date(dueAt) }),
    t("plan.over", { count: over }),
    t("plan.waiting", { count: waiting }),
    ...(short > 0 ? [t("plan.short", { count: short })] : []),
    t("oneByOne"),
  ];
  return (
    <div role="status">
      <Consequences lines={lines} />
    </div>
  );
}
