// A field for words of the text: typed as they stand, or taken from the text by whoever selects them
// while it is the last one used.
import { make } from "./post.js";
import { wordsAt } from "./words.js";

let last = null;

// The field that selected words go to; null where none is open.
export const taking = () => (last && document.contains(last.field) ? last : null);
export const forget = () => {
  last = null;
};

export function wordsField(text, id, label, given = "") {
  const field = make("textarea", { id, rows: 2, value: given, dir: "auto" });
  let places = null;
  const made = {
    element: make("p", {}, make("label", { htmlFor: id }, label), field),
    field,
    value: () => (places ?? field.value.trim()) || null,
    put(words) {
      places = null;
      field.value = words;
    },
    take(found) {
      places = found;
      field.value = wordsAt(text, found);
    },
  };
  field.addEventListener("input", () => (places = null));
  field.addEventListener("focus", () => (last = made));
  last ??= made;
  return made;
}
