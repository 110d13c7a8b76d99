/**
 * An input whose type says nothing of its keys: `unknown`, `any`, an object of any keys, what
 * `JSON.parse` returns. It is checked when it is read. An input whose type names its keys is checked
 * against {@link PartnerProfile} by the compiler, too.
 *
 * @typeParam Input - The type of the input.
 *
 * @category Profile
 */
export type Unchecked<Input> = unknown extends Input
  ? Input
  : [Extract<Input, null | undefined>] extends [never]
    ? string extends keyof Input
      ? Input
      : [keyof Input] extends [never]
        ? Input
        : never
    : never;
