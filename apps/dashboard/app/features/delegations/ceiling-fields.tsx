import "../../words/distributors.ts";
import { Field } from "../../ui/field.tsx";
import { useFormField } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";

const rights = ["create", "edit", "archive"] as const;
const stopModes = ["sales_stopped", "inactive", "stopped"] as const;
const types = ["own_plans", "commission"] as const;

/** The names under which the form posts a ceiling: one per tick, and the number. */
export const ceilingTicks = [...rights, ...stopModes, ...types] as const;

/** Everything an agency may allow an upline; `maximum` left empty is no limit. */
export function CeilingFields() {
  const { t } = useWords(["distributors", "resellers"]);
  return (
    <>
      <Section title={t("ceiling.rights")} about={t("ceiling.rightsAbout")} group>
        <div>
          {rights.map((name) => (
            <Tick key={name} name={name} title={t(`may.${name}`)} about={t(`mayAbout.${name}`)} />
          ))}
        </div>
      </Section>
      <Section title={t("ceiling.stops")} about={t("ceiling.stopsAbout")} group>
        <div>
          {stopModes.map((name) => (
            <Tick key={name} name={name} title={t(`may.${name}`)} about={t(`resellers:stop.about.${name}`)} />
          ))}
        </div>
      </Section>
      <Section title={t("ceiling.types")} about={t("ceiling.typesAbout")} group>
        <div>
          {types.map((name) => (
            <Tick key={name} name={name} title={t(`resellers:type.${name}`)} about={t(`mayAbout.${name}`)} />
          ))}
        </div>
      </Section>
      <Section title={t("ceiling.maximum")} about={t("ceiling.maximumAbout")}>
        <Field
          name="maximum"
          label={t("field.maximum")}
          hint={t("field.maximumHint")}
          inputMode="numeric"
          autoComplete="off"
          optional
        />
      </Section>
    </>
  );
}

function Tick({ name, title, about }: { name: string; title: string; about: string }) {
  const field = useFormField(name);
  return (
    <label className="tick">
      <input className="ck" type="checkbox" name={name} value="yes" defaultChecked={field.value === "yes"} />
      <div>
        <b>{title}</b>
        <span>{about}</span>
      </div>
    </label>
  );
}
