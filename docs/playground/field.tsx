import type { Fact } from "csp-direct-bill-rules/sync";
import { useId } from "preact/hooks";

interface FieldProps {
  fact: Fact;
  value: unknown;
  /** What is wrong with it. */
  issue: string | undefined;
  onChange: (value: unknown) => void;
}

/** A location from a line such as `4731902 NO active`; any other word for a state is refused later. */
function locationFrom(line: string): unknown {
  const [id, country, ...words] = line.trim().split(/\s+/);
  const state = words.join(" ");
  const active = state === "active" ? true : state === "inactive" ? false : state;
  return { id, ...(country !== undefined && { country }), ...(state !== "" && { active }) };
}

function lineOf(location: unknown): string {
  if (typeof location !== "object" || location === null) return String(location);
  const { id = "", country = "", active } = location as Record<string, unknown>;
  const state = active === true ? "active" : active === false ? "inactive" : (active ?? "");
  return [id, country, state].map(String).join(" ").trim();
}

/** What the text of a field says; blank says nothing. */
function readText({ type }: Fact, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (type === "number") {
    // Separators of thousands are read, other ways of writing a number are not.
    const digits = trimmed.replaceAll(/(?<=\d)[,\s](?=\d{3})/g, "");
    return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : trimmed;
  }
  if (type === "text list") return trimmed.split(/\s*,\s*/).filter((item) => item !== "");
  if (type === "record list")
    return trimmed
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map(locationFrom);
  return trimmed;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (!Array.isArray(value)) return String(value);
  return typeof value[0] === "object" ? value.map(lineOf).join("\n") : value.join(", ");
}

const isList = ({ type }: Fact): boolean => type.endsWith("list");

/** The choices of a field that is chosen, not typed. */
function choicesOf(fact: Fact): [label: string, value: unknown][] | undefined {
  if (fact.type === "boolean")
    return [
      ["not known", undefined],
      ["yes", true],
      ["no", false],
    ];
  if (fact.type === "record")
    return [
      ["not known, or as below", undefined],
      ["none", null],
    ];
  if (fact.values === undefined) return undefined;
  const unknown =
    fact.absentMeans === undefined ? "not known" : `not stated: counts as “${fact.absentMeans}”`;
  return [
    [unknown, undefined],
    ...fact.values.map(({ label, value }): [string, unknown] => [label, value]),
  ];
}

interface ControlProps extends FieldProps {
  id: string;
  describedBy: string;
}

function Choice({ value, onChange, id, describedBy, fact, issue }: ControlProps) {
  const choices = choicesOf(fact)!;
  const chosen = choices.findIndex(([, choice]) => choice === value);
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      aria-invalid={issue !== undefined}
      value={String(Math.max(chosen, 0))}
      onChange={(event) => onChange(choices[Number(event.currentTarget.value)]![1])}
    >
      {choices.map(([label], index) => (
        <option key={label} value={String(index)}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** A field that is typed. What can be none says so by a box, as a text could not. */
function Typed({ value, onChange, id, describedBy, fact, issue }: ControlProps) {
  const isNone = isList(fact) ? Array.isArray(value) && value.length === 0 : value === null;
  const common = {
    id,
    "aria-describedby": describedBy,
    "aria-invalid": issue !== undefined,
    disabled: isNone,
  };
  const canBeNone = isList(fact) || fact.nullable === true;
  return (
    <div class="typed">
      {fact.type === "record list" ? (
        <textarea
          {...common}
          rows={3}
          defaultValue={textOf(value)}
          onInput={(event) => onChange(readText(fact, event.currentTarget.value))}
        />
      ) : (
        <input
          {...common}
          {...(fact.type === "date" ? { type: "date" } : { type: "text" })}
          inputMode={fact.type === "number" ? "decimal" : "text"}
          defaultValue={textOf(value)}
          maxLength={fact.format === "country" ? 2 : undefined}
          onInput={(event) => onChange(readText(fact, event.currentTarget.value))}
        />
      )}
      {fact.unit !== undefined && <span class="unit">{fact.unit}</span>}
      {canBeNone && (
        <label class="none">
          <input
            type="checkbox"
            checked={isNone}
            onChange={(event) => {
              if (!event.currentTarget.checked) onChange(undefined);
              else onChange(isList(fact) ? [] : null);
            }}
          />
          none
        </label>
      )}
    </div>
  );
}

/** What a fact means, without what only a programmer needs: a box says "none" here. */
function helpOf({ help }: Fact): string {
  return help
    .split(/(?<=\.) /)
    .filter((sentence) => !/`null`|empty list/i.test(sentence))
    .join(" ")
    .replaceAll("`", "");
}

/** A question about the company, with what it means. */
export function Field(props: FieldProps) {
  const { fact, issue } = props;
  const id = useId();
  const Control = choicesOf(fact) === undefined ? Typed : Choice;
  const format =
    fact.type === "record list" ? " One a line: number, country, active or inactive." : "";
  return (
    <div class={issue === undefined ? "field" : "field wrong"} id={`field-${fact.id}`}>
      <label for={id}>{fact.question ?? fact.label}</label>
      <Control {...props} id={id} describedBy={`${id}-help`} />
      <p class="help" id={`${id}-help`}>
        {issue !== undefined && <strong class="issue">{issue}. </strong>}
        {helpOf(fact)}
        {format}
      </p>
    </div>
  );
}
