import { type EditionId, editions } from "csp-direct-bill-rules/sync";
import { render } from "preact";

import { App } from "./app.tsx";
import { samples } from "./samples.ts";
import { type State, readFragment } from "./state.ts";

const tracks = ["enroll", "remain", "transition"];
const isEdition = (id: unknown): id is EditionId => editions.some((edition) => edition.id === id);

/** What an address asks for: a state of ours, an edition to compare with, or nothing. */
function readAddress(): { initial: State; notice?: string; compareWith?: EditionId } {
  const [{ title: _, ...sample }] = [samples[3]!];
  const { hash } = location;
  const compared = /^#compare=(.+)$/.exec(hash)?.[1];
  if (isEdition(compared)) {
    const { title: _title, ...partner } = samples[4]!;
    const place = editions.findIndex(({ id }) => id === compared);
    const before = editions[Math.max(place - 1, 0)]!.id;
    return {
      initial: { ...partner, asOf: compared, edition: before },
      compareWith: compared,
      notice: `An example, as the edition of ${before} has it, compared with that of ${compared}. Put your own company in its place.`,
    };
  }
  if (hash.length <= 1) return { initial: sample };
  const { asOf, track, edition, compare, profile } = readFragment(hash) ?? {};
  const isRead =
    typeof asOf === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(asOf) &&
    (edition === undefined || isEdition(edition)) &&
    tracks.includes(track as string) &&
    typeof profile === "object" &&
    profile !== null;
  if (!isRead) return { initial: sample, notice: "The link is broken, so this is an example." };
  return {
    ...(isEdition(compare) && { compareWith: compare }),
    initial: {
      asOf,
      track: track as State["track"],
      ...(isEdition(edition) && { edition }),
      profile,
    },
  };
}

const root = document.querySelector("#company")!;
const base = new URL(document.documentElement.dataset["base"] ?? "./", location.href).href;

function show(): void {
  const { initial, notice, compareWith } = readAddress();
  root.replaceChildren();
  render(null, root);
  render(<App initial={initial} notice={notice} compareWith={compareWith} base={base} />, root);
}

// Another link of ours, opened in this page. What the page itself writes there is no such event.
addEventListener("hashchange", show);
show();
