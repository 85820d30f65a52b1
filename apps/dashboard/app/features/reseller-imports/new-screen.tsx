import "../../words/reseller-imports.ts";
import type { FormState } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type ListedImport, NewImport } from "../imports/new-screen.tsx";

interface ImportFileProps {
  imports: ListedImport[];
  mostRows: number;
  state?: FormState;
}

export function ImportFile(props: ImportFileProps) {
  const { t } = useWords(["reseller-imports", "resellers", "common"]);
  return (
    <NewImport
      {...props}
      words={{ title: t("title"), section: t("section"), about: t("about") }}
      crumbs={[{ words: t("common:nav.partners") }, { words: t("resellers:title"), to: "/resellers" }]}
      templateAt="/resellers/import-template.csv"
      filesAt="/reseller-imports"
    />
  );
}
