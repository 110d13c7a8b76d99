import { bounded, inDigits, mostNamed } from "./bounded.ts";

/**
 * What is wrong, for programs and translations. The list is closed; a new kind of problem is a new
 * code of a new version.
 *
 * @category Errors
 */
export type IssueCode =
  /** A key that does not exist: `key`, and `suggestion` if one is near. */
  | "unknown-key"
  /** A value that is required and absent: `expected`, a type, unless there are several forms. */
  | "missing"
  /** A value of another type: `expected`, a type. */
  | "wrong-type"
  /** A value that is not in a closed list: `value` if it is a text, `suggestion`, and `allowed` if few. */
  | "unknown-value"
  /** A text without the form that it needs: `format`, such as `date`, `url`, `digits` or `json`. */
  | "wrong-format"
  /** Less than `minimum`; of a text or a list, `counted` says what: `characters` or `items`. */
  | "too-small"
  /** More than `maximum`. */
  | "too-big"
  /** A value that cannot be true together with `others`: fields of the same group, or ids of facts. */
  | "contradiction"
  /** None of several forms fits, such as those of a condition. */
  | "wrong-form"
  /** An operator that cannot read its `fact`: `operator`, and the `type` of the fact. */
  | "wrong-operator"
  /** A value that a `fact` is never compared with: `expected`, a type or a list, or `allowed`. */
  | "wrong-value"
  /** A text that a rule lacks, has in vain, or may not have: `status`, `name` or `word` says which. */
  | "wrong-text"
  /** Given twice, or for the same time: `id`, or the place of the `first`. */
  | "duplicate"
  /** A rule that comes after itself: its `id`. */
  | "cycle"
  /** A day before the `first` edition. */
  | "no-edition"
  /** Anything else; the message says what, and of two reports `expected` and `actual`. */
  | "rejected";

/**
 * What an issue is about, by name.
 *
 * @category Errors
 */
export type IssueValues = Readonly<Record<string, string | number | readonly string[]>>;

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
  code: IssueCode;
  /** What is needed to word the issue in another language; its code says what there is. */
  values: IssueValues;
  /** The id of the rule it is in, if it is in one that has an id. */
  ruleId?: string;
}

function locate({ path, ruleId }: Issue): string {
  return ruleId === undefined ? path : `${path} (${ruleId})`;
}

function describe(subject: string, issues: readonly Issue[]): string {
  const lines = bounded(issues.slice(0, mostNamed)).map((issue) =>
    issue.path === "" ? issue.message : `${locate(issue)}: ${issue.message}`,
  );
  const more = issues.length - lines.length;
  const rest = more === 0 ? [] : [`and ${inDigits(more)} more`];
  // A key of the input may contain a line break; the message stays on one line.
  return `Invalid ${subject}: ${[...lines, ...rest].join("; ")}`.replaceAll(/[\s\p{Cc}]+/gu, " ");
}

/**
 * Thrown if an input is invalid; nothing was evaluated. One of {@link InvalidProfileError},
 * {@link InvalidOptionsError}, {@link InvalidRuleError} and {@link InvalidReportError}.
 *
 * @category Errors
 */
export abstract class InvalidInputError extends Error {
  /** Stable identifier for programs. */
  abstract readonly code: "INVALID_PROFILE" | "INVALID_OPTIONS" | "INVALID_RULE" | "INVALID_REPORT";
  /** Every problem, in the order of the input; at most 1,000. Long texts of the input are shortened. */
  readonly issues: readonly Issue[];

  /**
   * Creates the error from all problems of one input.
   *
   * @param subject - What is invalid, in a word.
   * @param issues - Every problem found, at least one.
   * @param options - What failed, as `cause`, where something did.
   */
  constructor(subject: string, issues: readonly Issue[], options?: ErrorOptions) {
    super(describe(subject, issues), options);
    this.issues = bounded(issues);
  }
}

/** Whether what was thrown is one of our errors; a proxy that is revoked cannot be asked. */
export function isInvalidInput(thrown: unknown): thrown is InvalidInputError {
  try {
    return thrown instanceof InvalidInputError;
  } catch {
    return false;
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

/**
 * Thrown if something that is not a report is passed as one, or if two reports cannot be compared. Paths
 * start with the name of the parameter, `before` or `after`.
 *
 * @category Errors
 */
export class InvalidReportError extends InvalidInputError {
  override readonly name = "InvalidReportError";
  override readonly code = "INVALID_REPORT";

  /**
   * Creates the error from all problems of one input.
   *
   * @param issues - Every problem found, at least one.
   * @param options - What failed, as `cause`, where something did.
   */
  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    super("report", issues, options);
  }
}
