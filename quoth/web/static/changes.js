// What changed in a document, by whoever it was: rows are put in the place of the old ones, and
// neither focus nor place in the text is lost.

import { get } from "./post.js";
import { made } from "./made.js";

const PIECE = 60;
const AGAIN = 1000;

// What rows are asked for with: are sentences on nobody's word marked here?
const marks = () => (document.getElementById("unsourced") ? "&unsourced=1" : "");
const counted = (sentences) => {
  document.getElementById("own").textContent = `${sentences} ${sentences === 1 ? "sentence" : "sentences"}`;
};

// Says what others did, in a line.
export function toldBy(change, me) {
  return change.said
    .map((each) => ({ who: (each.undone ?? each).who, told: `${each.undone ? "took back " : ""}${each.told}` }))
    .filter(({ who }) => who !== me)
    .map(({ who, told }) => `${who}: ${told}`)
    .join("; ");
}

// Where the focus is in the text, so that it can be found again in another row.
function focused(text) {
  const now = document.activeElement;
  if (!text.contains(now)) return null;
  return { place: now.closest("[id]")?.id, row: now.closest(".row")?.id };
}

export function put(text, blocks) {
  const focus = focused(text);
  const anchor = [...text.querySelectorAll(".row")].find((each) => each.getBoundingClientRect().bottom > 0 && !(each.id.slice(1) in blocks));
  const before = anchor?.getBoundingClientRect().top;
  for (const [number, html] of Object.entries(blocks)) {
    const old = text.querySelector(`#b${number}`);
    const template = document.createElement("template");
    template.innerHTML = made.createHTML(html);
    old?.replaceWith(template.content.firstElementChild);
  }
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  if (focus && !document.contains(document.activeElement.closest("#text") ?? null)) {
    const place = document.getElementById(focus.place) ?? document.getElementById(focus.row);
    const to = place?.querySelector(".tag") ?? place;
    to?.focus({ preventScroll: true });
  }
}

// Keeps the text as the ledger has it: answers to what was said here, and events of the others.
// Pages that nobody looks at do not listen, for a browser has few connections to one place.
export function listening(text, at, changed) {
  const { document: number } = at.dataset;
  let stream = null;

  function take(change, own = false) {
    if (change.state === at.dataset.state) return;
    if (change.since !== at.dataset.state) {
      renew();
      return;
    }
    if (change.whole) {
      location.reload();
      return;
    }
    put(text, change.blocks);
    at.dataset.state = change.state;
    changed(change, own ? "" : toldBy(change, null));
    // Rows that are sent to all who look are without the marks that only some have asked for.
    later(marks() ? [...Object.keys(change.blocks), ...change.later] : change.later);
  }
  // What a change of a source alters far from where the reader is comes piece by piece.
  async function later(numbers) {
    for (let from = 0; from < numbers.length; from += PIECE) {
      const piece = numbers.slice(from, from + PIECE);
      const told = await get(`/documents/${number}/rows?blocks=${piece}${marks()}`);
      if (!told) return;
      put(text, told.blocks);
      changed(null, "");
      // Who looks for it may need longer; another change asks anew by itself.
      if (told.unsourced === null) setTimeout(() => told.state === at.dataset.state && later(piece), AGAIN);
      else if (told.unsourced !== undefined) counted(told.unsourced);
    }
  }
  function renew() {
    stream?.close();
    stream = null;
    if (document.visibilityState !== "visible") return;
    stream = new EventSource(`/documents/${number}/changes?since=${at.dataset.state}`);
    stream.addEventListener("change", (event) => take(JSON.parse(event.data)));
    stream.addEventListener("gone", () => {
      stream.close();
      at.textContent = "This document was removed from the ledger";
    });
  }
  document.addEventListener("visibilitychange", renew);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && renew());
  renew();
  return { take, renew };
}
