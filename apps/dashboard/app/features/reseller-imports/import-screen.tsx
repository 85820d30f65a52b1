import "../../words/reseller-imports.ts";
import { defaultedFields, importFields } from "@tenantry/core/reseller-imports/schemas";
import type { ReactNode } from "react";
import type { FormState } from "../../ui/form.tsx";
import type { Choice } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ImportFrame } from "../imports/import-frame.tsx";
import { MappingForm } from "../imports/mapping-form.tsx";
import { OutcomeCard } from "../imports/outcome-card.tsx";
import { RowsCard, type RowsView } from "../imports/rows-card.tsx";
import type { ImportFacts, RowFacts } from "../imports/types.ts";

interface ImportScreenProps {
  facts: ImportFacts;
  rows: RowFacts[];
  view: RowsView;
  options: { countries: Choice[]; languages: Choice[] };
  state?: FormState;
  /** The confirmation of the removal, over the page. */
  children?: ReactNode;
}

export function ImportScreen({ facts, rows, view, options, state, children }: ImportScreenProps) {
  const { t } = useWords(["reseller-imports", "resellers"]);
  const at = `/reseller-imports/${facts.id}`;
  const choices = {
    type: [
      { value: "own_plans", label: t("resellers:type.own_plans") },
      { value: "commission", label: t("resellers:type.commission") },
    ],
    country: options.countries,
    language: options.languages,
  };
  const labelled = <F extends (typeof importFields)[number]>(name: F) => ({
    name,
    label: t(`field.${name}`),
  });
  const { ready, created } = facts.counts;
  return (
    <ImportFrame
      facts={facts}
      at={at}
      crumbs={[
        { words: t("resellers:title"), to: "/resellers" },
        { words: t("title"), to: "/resellers/import" },
      ]}
      creating={t("creating")}
      outcome={
        <OutcomeCard
          facts={facts}
          at={at}
          lines={[
            facts.state === "finished" ? t("created", { count: created }) : t("ready", { count: ready }),
          ]}
          start={t("start", { count: ready })}
        />
      }
      rows={<RowsCard at={at} rows={rows} view={view} />}
      mapping={
        <MappingForm
          facts={facts}
          fields={importFields.map(labelled)}
          defaulted={defaultedFields.map((name) => ({ ...labelled(name), choices: choices[name] }))}
          everybodyAbout={t("everybodyAbout")}
          state={state}
        />
      }
    >
      {children}
    </ImportFrame>
  );
}
