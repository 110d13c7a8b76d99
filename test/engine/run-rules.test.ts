import { Engine } from "json-rules-engine";
import { expect, it, vi } from "vitest";

import { evaluate } from "../../src/index.ts";

// An engine adds each rule once, when it is made: engines made are rules added.
it("keeps few engines after a burst of runs, and shares none of them", async () => {
  const added = vi.spyOn(Engine.prototype, "addRule");
  const options = { asOf: "2020-09-02", track: "remain" } as const;
  const runs = 20;
  const burst = async (): Promise<number> => {
    added.mockClear();
    const profiles = Array.from({ length: runs }, (_, index) => ({ id: String(index) }));
    const reports = await Promise.all(profiles.map((profile) => evaluate(profile, options)));
    expect(reports.map(({ profileId }) => profileId)).toEqual(profiles.map(({ id }) => id));
    return added.mock.calls.length;
  };
  await burst();
  added.mockClear();
  await evaluate({}, options);
  expect(added).not.toHaveBeenCalled();
  const perEngine = (await burst()) / (runs - 4);
  // All but four of a burst are made anew.
  expect(perEngine).toBeGreaterThan(1);
  expect(Number.isInteger(perEngine)).toBe(true);
  added.mockRestore();
});
