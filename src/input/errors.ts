/**
 * One problem in an input.
 *
 * @category Errors
 */
export interface Issue {
  /** Location in dot notation, such as `support.plan.endsOn`; empty for the input as a whole. */
  path: string;
  /** Description in one line. */
  message: string;
}

function describe(subject: string, issues: readonly Issue[]): string {
  const lines = issues.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  // A key of the input may contain a line break; the message stays on one line.
  return `Invalid ${subject}: ${lines.join("; ")}`.replaceAll(/\s+/g, " ");
}

/**
 * Thrown if an input is invalid; nothing was evaluated. One of {@link InvalidProfileError},
 * {@link InvalidOptionsError} and {@link InvalidRuleError}.
 *
 * @category Errors
 */
export abstract class InvalidInputError extends Error {
  /** Stable identifier for programs. */
  abstract readonly code: "INVALID_PROFILE" | "INVALID_OPTIONS" | "INVALID_RULE";
  /** Every problem, in the order of the input. */
  readonly issues: readonly Issue[];

  /**
   * Creates the error from all problems of one input.
   *
   * @param subject - What is invalid, in a word.
   * @param issues - Every problem found, at least one.
   */
  constructor(subject: string, issues: readonly Issue[]) {
    super(describe(subject, issues));
    this.issues = issues;
  }
}

/**
 * Thrown if a profile is malformed; nothing was evaluated. "Not eligible" is an answer, not an error.
 *
 * @example
 * ```ts
 * await evaluate({ company: { country: "se" } }, { asOf: "2020-09-02" });
 * //=> rejects: Invalid profile: company.country: Expected an ISO 3166-1 alpha-2 country in capitals, such as "SE"
 * ```
 *
 * @category Errors
 */
export class InvalidProfileError extends InvalidInputError {
  override readonly name = "InvalidProfileError";
  override readonly code = "INVALID_PROFILE";

  /**
   * Creates the error from all problems of one input.
   *
   * @param issues - Every problem found, at least one.
   */
  constructor(issues: readonly Issue[]) {
    super("profile", issues);
  }
}

/**
 * Thrown if the options of a call are invalid: a date that does not exist or lies before the first
 * edition, an unknown track or edition, or a misspelled option. Nothing was evaluated.
 *
 * @example
 * ```ts
 * await evaluate({}, { asOf: "2018-08-30" });
 * //=> rejects: Invalid options: asOf: No edition is in force on 2018-08-30; the first starts on 2018-08-31
 * ```
 *
 * @category Errors
 */
export class InvalidOptionsError extends InvalidInputError {
  override readonly name = "InvalidOptionsError";
  override readonly code = "INVALID_OPTIONS";

  /**
   * Creates the error from all problems of one input.
   *
   * @param issues - Every problem found, at least one.
   */
  constructor(issues: readonly Issue[]) {
    super("options", issues);
  }
}

/**
 * Thrown if a host's rule breaks the rule grammar; nothing was evaluated. Paths start at the option:
 * `rules.12.conditions.all.0.fact`.
 *
 * @category Errors
 */
export class InvalidRuleError extends InvalidInputError {
  override readonly name = "InvalidRuleError";
  override readonly code = "INVALID_RULE";

  /**
   * Creates the error from all problems of one input.
   *
   * @param issues - Every problem found, at least one.
   */
  constructor(issues: readonly Issue[]) {
    super("rule", issues);
  }
}
