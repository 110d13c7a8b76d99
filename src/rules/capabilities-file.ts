import type { IsoDate } from "../input/dates.ts";
import type { RuleSource } from "../rule/rule.ts";

/** A text of `rules/capabilities.json` that holds in a period. */
interface DatedText {
  readonly from: IsoDate;
  readonly until?: IsoDate | undefined;
  readonly text: string;
  readonly sources: readonly RuleSource[];
}

/** The content of `rules/capabilities.json`. */
export interface CapabilitiesFile {
  /** What Microsoft does when a partner falls short. */
  readonly restriction: {
    readonly text: string;
    /** The same once the tenant is known to be restricted. */
    readonly textInForce: string;
    readonly sources: readonly RuleSource[];
  };
  readonly capabilities: readonly {
    readonly id: string;
    readonly title: string;
    readonly whenRestricted: "lost" | "kept";
    readonly notes?: readonly string[] | undefined;
    readonly sources: readonly RuleSource[];
  }[];
  /** How a partner can see that it is restricted. */
  readonly checks: readonly DatedText[];
  /** The stages that follow the restriction. */
  readonly stages: readonly (DatedText & {
    readonly status: "suspended" | "revoked";
    readonly afterDays: number;
    readonly notes: readonly string[];
  })[];
}
