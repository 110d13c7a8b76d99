/**
 * One thing that is wrong with an input.
 *
 * @category Errors
 */
export interface Issue {
  /** Where, in dot notation: `support.plan.endsOn`. Empty for the input as a whole. */
  path: string;
  /** What, in one line. */
  message: string;
}

function describe(subject: string, issues: readonly Issue[]): string {
  const lines = issues.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  // A key of the input may hold a line break; an error stays on one line.
  return `Invalid ${subject}: ${lines.join("; ")}`.replaceAll(/\s+/g, " ");
}

/**
 * A profile is malformed. Nothing was evaluated. Not being eligible is no error: it is an answer.
 *
 * @example
 * ```ts
 * await evaluate({ company: { country: "se" } }, { asOf: "2020-09-02" });
 * //=> rejects: Invalid profile: company.country: Expected an ISO 3166-1 alpha-2 country in capitals, such as "SE"
 * ```
 *
 * @category Errors
 */
export class InvalidProfileError extends Error {
  override readonly name = "InvalidProfileError";
  /** Stable, for programs. */
  readonly code = "INVALID_PROFILE";
  /** Every problem at once, in the order of the profile. */
  readonly issues: readonly Issue[];

  /**
   * Makes the error of all problems of one input.
   *
   * @param issues - Every problem found, at least one.
   */
  constructor(issues: readonly Issue[]) {
    super(describe("profile", issues));
    this.issues = issues;
  }
}

/**
 * The options of a call are wrong: a date that is none or lies before the first edition, an unknown
 * track or edition, a misspelled option. Nothing was evaluated.
 *
 * @example
 * ```ts
 * await evaluate({}, { asOf: "2018-08-30" });
 * //=> rejects: Invalid options: asOf: No edition is in force on 2018-08-30; the first starts on 2018-08-31
 * ```
 *
 * @category Errors
 */
export class InvalidOptionsError extends Error {
  override readonly name = "InvalidOptionsError";
  /** Stable, for programs. */
  readonly code = "INVALID_OPTIONS";
  /** Every problem at once. */
  readonly issues: readonly Issue[];

  /**
   * Makes the error of all problems of one input.
   *
   * @param issues - Every problem found, at least one.
   */
  constructor(issues: readonly Issue[]) {
    super(describe("options", issues));
    this.issues = issues;
  }
}

/**
 * A rule that a host handed over breaks the rule grammar. Nothing was evaluated. The path starts at
 * the option: `rules.12.conditions.all.0.fact`.
 *
 * @category Errors
 */
export class InvalidRuleError extends Error {
  override readonly name = "InvalidRuleError";
  /** Stable, for programs. */
  readonly code = "INVALID_RULE";
  /** Every problem of every rule at once. */
  readonly issues: readonly Issue[];

  /**
   * Makes the error of all problems of one input.
   *
   * @param issues - Every problem found, at least one.
   */
  constructor(issues: readonly Issue[]) {
    super(describe("rule", issues));
    this.issues = issues;
  }
}
