import { useState } from "react";
import { type Fact, evaluateSync, factsFor, profileFrom } from "csp-direct-bill-rules/sync";

/** A location from a line such as `4731902 NO active`; any other word for a state is refused later. */
const location = (line: string) => {
  const [id, country, ...words] = line.split(" ");
  const state = words.join(" ");
  return line && { id, country, active: { active: true, inactive: false }[state] ?? state };
};

const isList = ({ type }: Fact) => type.endsWith("list");

/** What the text of a field says. What is blank says nothing, and profileFrom leaves it out. */
function read(fact: Fact, text = ""): [string, unknown] {
  const [{ id, type, nullable }, word] = [fact, text.trim().toLowerCase()];
  if (word === "none") return [id, isList(fact) ? [] : null];
  if ((nullable || isList(fact)) && "none".startsWith(word)) return [id, undefined];
  if (type === "boolean") return [id, { yes: true, no: false }[text]];
  if (type === "number") return [id, text.trim() === "" || isNaN(+text) ? text : +text];
  if (type === "text list") return [id, text.split(",")];
  return [id, type === "record list" ? text.split("\n").map(location) : text];
}

/** The values that a field can be set to, with their labels; undefined if it takes any text. */
function optionsOf({ type, values }: Fact) {
  if (type === "record") return [{ value: "none", label: "None" }]; // its own fields say the rest
  return type === "boolean" ? ["yes", "no"].map((value) => ({ value, label: value })) : values;
}

const isBelow = (path: string, id: string) => path.startsWith(`${id}.`);

export function Form({ asOf }: { asOf: string }) {
  const [texts, setTexts] = useState<Record<string, string>>({});
  const none = Object.keys(texts).filter((id) => texts[id] === "none");
  const fields = factsFor({ asOf }).filter(({ id }) => !none.some((group) => isBelow(id, group)));
  const profile = profileFrom(Object.fromEntries(fields.map((fact) => read(fact, texts[fact.id]))));
  const { ignored, outcome, nextSteps } = evaluateSync(profile, { asOf, onInvalid: "unknown" });
  const fieldAt = (path: string) => fields.findLast(({ id }) => path === id || isBelow(path, id));
  return (
    <form>
      {fields.map((fact) => {
        const [options, Control] = [optionsOf(fact), optionsOf(fact) ? "select" : "textarea"];
        const canBeNone = !options && (fact.nullable || isList(fact));
        return (
          <label key={fact.id} title={fact.help}>
            {fact.question} {fact.unit} {canBeNone && "(or none)"}
            <Control
              name={fact.id}
              value={texts[fact.id] ?? ""}
              onChange={(event) => setTexts({ ...texts, [fact.id]: event.target.value })}
            >
              {options &&
                [{ value: "", label: "Not known" }, ...options].map((option) => (
                  <option key={option.value} {...option} />
                ))}
            </Control>
            {ignored?.find(({ path }) => fieldAt(path) === fact)?.message}
          </label>
        );
      })}
      <output>{outcome}</output>
      <pre>{nextSteps.map(({ text }) => text).join("\n")}</pre>
    </form>
  );
}
