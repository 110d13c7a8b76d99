export const tracks = ["enroll", "remain", "transition"] as const satisfies readonly Track[];

/**
 * The question asked: `enroll` (may the company become a direct bill partner?), `remain` (may it stay
 * one?) or `transition` (how far has its move to indirect reseller come?).
 *
 * @category Rules
 */
export type Track = "enroll" | "remain" | "transition";

export const kinds = ["requirement", "recommendation", "step"] as const satisfies readonly Kind[];

/**
 * How much a rule weighs. A `requirement` is a condition of eligibility. A `step` is something to
 * do in the procedure; an open step is not a failure. A `recommendation` is advice and never changes
 * the outcome.
 *
 * @category Rules
 */
export type Kind = "requirement" | "recommendation" | "step";

export const actors = ["partner", "microsoft"] as const satisfies readonly Actor[];

/**
 * Who must act next for a rule to be met.
 *
 * @category Rules
 */
export type Actor = "partner" | "microsoft";
