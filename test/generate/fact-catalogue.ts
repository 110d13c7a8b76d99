import type { Fact, FactId, FactReader, Rule, Track } from "../../src/index.ts";
import { describeFact, factIds, originsOf } from "../../src/facts/fact-table.ts";
import { withOrigins } from "../../src/facts/facts.ts";
import { statedFacts } from "../../src/profile/read-profile.ts";
import type { StatedFact } from "../../src/profile/field-layout.ts";
import { factsInRules } from "../../src/rule/facts-in-conditions.ts";
import { ruleIds } from "../../src/rule/ids.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { editions } from "../../src/rules/editions.ts";
import { rulesInForce } from "../../src/rules/rules-in-force.ts";

const stated: ReadonlyMap<string, StatedFact> = new Map(statedFacts.map((fact) => [fact.id, fact]));

/** The rules in force in each edition and track, with the facts they read. */
const readings = tracks.flatMap((track) =>
  editions.flatMap(({ id: edition }) =>
    rulesInForce({ edition, track }).map((rule: Rule) => ({
      track,
      edition,
      ruleId: rule.id,
      reads: withOrigins(factsInRules([rule])),
    })),
  ),
);

/** Whether a fact is read: a group also by what reads its fields, which it may say do not exist. */
function isRead(id: FactId, reads: ReadonlySet<FactId>): boolean {
  return reads.has(id) || [...reads].some((fact) => fact.startsWith(`${id}.`));
}

function readersOf(id: FactId): FactReader[] {
  const readers: FactReader[] = ruleIds.flatMap((ruleId) =>
    tracks.map((track: Track) => ({
      ruleId,
      track,
      editions: readings
        .filter((one) => one.ruleId === ruleId && one.track === track && isRead(id, one.reads))
        .map(({ edition }) => edition),
    })),
  );
  return readers.filter((reader) => reader.editions.length > 0);
}

/** The group of a fact that is not stated: that of the facts with the same beginning. */
function groupOf(id: FactId): string {
  const path = id.slice(0, id.lastIndexOf(".") + 1);
  const sibling = statedFacts.find((fact) => path !== "" && fact.id.startsWith(path));
  return sibling?.group ?? "Question";
}

function statedParts({
  question,
  labels,
  fields,
  format,
  isInteger,
  nullMeans,
  absentMeans,
  whenAbsent,
}: StatedFact): Partial<Fact> {
  return {
    question,
    ...(isInteger === true && { isInteger }),
    ...(format && { format }),
    ...(labels && {
      values: Object.entries(labels).map(([value, label]) => ({ value, label })),
    }),
    ...(fields && {
      fields: fields.map(({ name, type, label, help, format: form }) => ({
        name,
        type,
        label,
        help,
        ...(form && { format: form }),
      })),
    }),
    ...(nullMeans !== undefined && { nullable: true, nullMeans }),
    ...(absentMeans !== undefined && { absentMeans }),
    ...(whenAbsent !== undefined && { whenAbsent }),
  };
}

function factOf(id: FactId): Fact {
  const { label, help, type, unit } = describeFact(id);
  const known = stated.get(id);
  const derivedFrom = originsOf(id);
  return {
    id,
    label,
    help,
    type,
    ...(unit !== undefined && { unit }),
    ...(known && statedParts(known)),
    group: known?.group ?? groupOf(id),
    ...(derivedFrom && { derivedFrom }),
    readBy: readersOf(id),
  };
}

/** The catalogue of facts as the package ships it. */
export function renderFactCatalogue(): string {
  return JSON.stringify(factIds.map(factOf));
}
