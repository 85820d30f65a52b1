import "../../words/upline-stops.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerStatus } from "./types.ts";

export interface StopDialogProps {
  reseller: {
    id: string;
    name: string;
    now: ResellerStatus;
    supportEmail: string | null;
    /** Of its upline, where that one has stopped it and the agency looks. */
    stoppedBy?: string;
  };
  /** What it is going to be. */
  status: ResellerStatus;
  /** People who can sign in, those of them who are in now, live keys, customers; resellers beneath it. */
  affected: { people: number; inside: number; keys: number; customers: number; resellers: number };
  state?: FormState;
}

/** What one way of stopping does, in numbers; the verb on the button. Posts to its own address. */
export function StopDialog({ reseller, status, affected, state }: StopDialogProps) {
  const { t } = useWords(["resellers", "common", "upline-stops"]);
  const changes = useLines({ reseller, status, affected });
  const own = `/resellers/${reseller.id}`;
  const { name, stoppedBy } = reseller;
  const same = status === reseller.now;
  const takes = same && stoppedBy !== undefined;
  const lines = takes ? [t("upline-stops:same"), t("upline-stops:onlyYou", { name: stoppedBy })] : changes;
  const title = takes ? t("upline-stops:title", { name }) : t(`stop.title.${status}`, { name });
  return (
    <RouteDialog title={title} closeTo={own}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      {same && !takes ? <Note>{t("stop.same")}</Note> : <Consequences lines={lines} />}
      <PostForm id="stop" action={`${own}/stop`} state={state} className="row">
        <input type="hidden" name="mode" value={status} />
        <ButtonLink to={own}>{t("common:cancel")}</ButtonLink>
        {takes && <SubmitButton kind="pri">{t("upline-stops:confirm")}</SubmitButton>}
        {!same && (
          <SubmitButton kind={status === "active" ? "pri" : "danger"}>
            {t(`stop.confirm.${status}`)}
          </SubmitButton>
        )}
      </PostForm>
    </RouteDialog>
  );
}

function useLines({ reseller, status, affected }: StopDialogProps): string[] {
  const { t } = useWords(["resellers", "upline-stops"]);
  const { people, inside, keys, customers, resellers } = affected;
  const caretaker = reseller.supportEmail
    ? t("stop.caretaker", { email: reseller.supportEmail })
    : t("stop.caretakerNobody");
  const shut = [
    t("archive.people", { count: people }),
    t("stop.inside", { count: inside }),
    t("stop.keysShut", { count: keys }),
  ];
  const beneath = resellers > 0 ? [t("upline-stops:beneath", { count: resellers })] : [];
  const lines: Record<ResellerStatus, string[]> = {
    active: [t("stop.opens", { count: people }), t("stop.keysGo", { count: keys }), t("stop.sells")],
    sales_stopped: [
      t("stop.noSales"),
      t("stop.stay", { count: people }),
      t("stop.keysGo", { count: keys }),
      t("archive.customers", { count: customers }),
      ...beneath,
    ],
    inactive: [...shut, t("archive.customers", { count: customers }), ...beneath, caretaker],
    stopped: [
      ...shut,
      t("stop.customersShut", { count: customers }),
      ...beneath,
      t("stop.noSales"),
      t("stop.counted"),
    ],
  };
  return lines[status];
}
