import { useState } from "react";
import { type Fact, evaluateSync, factsFor, profileFrom } from "csp-direct-bill-rules/sync";

const location = (line: string) => {
  const [id, country, state] = line.split(" ");
  return line && { id, country, active: state === "active" };
};

/** What the text of a field says. What says nothing is left out by profileFrom. */
function read(type: Fact["type"], text = ""): unknown {
  if (text === "null") return null;
  if (type === "boolean") return { yes: true, no: false }[text];
  if (type === "number") return text === "" ? undefined : Number(text);
  if (type === "text list") return text.split(",");
  return type === "record list" ? text.split("\n").map(location) : text;
}

/** What a field can be set to; undefined if it takes any text. */
function optionsOf({ type, values }: Fact): string[] | undefined {
  if (type === "record") return ["null"]; // its own fields say the rest
  return type === "boolean" ? ["yes", "no"] : values?.map(({ value }) => value);
}

export function Form({ asOf }: { asOf: string }) {
  const [texts, setTexts] = useState<Record<string, string>>({});
  const isNone = (id: string) =>
    Object.keys(texts).some((key) => texts[key] === "null" && id.startsWith(`${key}.`));
  const fields = factsFor({ asOf, track: "enroll" }).filter(({ id }) => !isNone(id));
  const values = fields.map(({ id, type }) => [id, read(type, texts[id])]);
  const profile = profileFrom(Object.fromEntries(values));
  const report = evaluateSync(profile, { asOf, track: "enroll", onInvalid: "unknown" });
  return (
    <form>
      {fields.map((fact) => {
        const Control = optionsOf(fact) ? "select" : "textarea";
        return (
          <label key={fact.id}>
            {fact.question} {fact.unit}
            <Control
              name={fact.id}
              value={texts[fact.id] ?? ""}
              onChange={(event) => setTexts({ ...texts, [fact.id]: event.target.value })}
            >
              {optionsOf(fact) &&
                ["", ...optionsOf(fact)!].map((value) => <option key={value}>{value}</option>)}
            </Control>
            {report.ignored?.find(({ path }) => path.startsWith(fact.id))?.message}
          </label>
        );
      })}
      <output>{report.outcome}</output>
      {report.nextSteps.map(({ ruleId, text }) => (
        <p key={ruleId}>{text}</p>
      ))}
    </form>
  );
}
