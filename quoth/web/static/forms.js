// The forms by which statements and sources are corrected: each says what it is filled with.
import { choosing } from "./choosing.js";
import { get, make } from "./post.js";
import { wordsField } from "./taking.js";

export const PARTS = ["content", "cue", "source"];

export const button = (label, act) => {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
};

// By their names, functions that make the form for a statement (and, in the first and third, for a
// part of it and the places of its words); null where the statement is not there any more.
export function forms({ text, document: number, kinds, say, leave }) {
  let sources = [];

  async function choices(of) {
    const told = await get(`/documents/${number}/choices${of ? `?statement=${of}` : ""}`);
    sources = told?.sources ?? [];
    return told?.statement ?? null;
  }
  const offered = () => sources.map(({ id, name, kind }) => [id, `${name} (${id}, ${kind})`]);

  function kindField() {
    const select = make("select", { id: "kind" }, make("option", { value: "" }, "as it is"), ...kinds.map((each) => make("option", {}, each)));
    return { element: make("p", {}, make("label", { htmlFor: "kind" }, "Kind, if it is new or another"), select), value: () => select.value || null };
  }

  function form(label, fields, keep, ...further) {
    const made = make("form", {}, ...fields, make("p", { className: "keys" }, make("button", {}, label), ...further, button("Leave", leave)));
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
    });
    return made;
  }

  return {
    async edit(id, part = "content", found = null) {
      const now = await choices(id);
      if (!now) return null;
      const field = wordsField(text, "words", "Its words: select them in the text, or type them as they stand", now[part]);
      const radios = PARTS.map((each) => make("label", {}, make("input", { type: "radio", name: "part", value: each, checked: each === part }), ` ${each} `));
      const choice = make("fieldset", {}, make("legend", {}, "Part"), ...radios);
      const chosen = () => choice.querySelector(":checked").value;
      choice.addEventListener("change", () => field.put(now[chosen()]));
      if (found) field.take(found);
      const keep = (words) => say({ action: "edit", statement: id, part: chosen(), words });
      return form("Keep", [choice, field.element], () => keep(field.value()), button("There is none", () => keep(null)));
    },
    async source(id) {
      const now = await choices(id);
      const field = choosing("Who answers for it: a source, its words in the text, or a name", offered, now?.answers ?? "");
      const kind = kindField();
      const keep = (source) => say({ action: "set_source", statement: id, source, kind: kind.value() });
      return form("Keep", [field.element, kind.element], () => field.value() && keep(field.value()), button("Nobody", () => keep(null)));
    },
    async add(id, part = "content", found = null) {
      await choices(id);
      const content = wordsField(text, "content", "Its content: select it in the text, or type it as it stands");
      const cue = wordsField(text, "cue", "The word that passes it on, if there is one");
      const words = wordsField(text, "source-words", "The words that name its source, if there are any");
      const field = choosing("Who answers for it, if that is another", offered);
      if (found) content.take(found);
      return form("Add", [content.element, cue.element, words.element, field.element], () => {
        const source = field.value() || null;
        say({ action: "add", content: content.value(), cue: cue.value(), source_words: words.value(), source });
      });
    },
    async merge(id) {
      const now = await choices(id);
      const first = choosing("This source, which gives its name", offered, now?.answers ?? "");
      const other = choosing("And this one", offered);
      return form("They are one", [first.element, other.element], () => say({ action: "merge", sources: [first.value(), other.value()] }));
    },
    async split(id) {
      const now = await choices(id);
      const source = sources.find((each) => each.id === now?.answers);
      if (!source) return make("p", {}, "Nobody answers for this statement.");
      const boxes = source.mentions.map((each, at) => make("label", { className: "mention", dir: "auto" }, make("input", { type: "checkbox", value: at }), ` …${each.before} `, make("b", {}, each.text), ` ${each.after}…`));
      const kind = kindField();
      const fields = [make("fieldset", {}, make("legend", {}, `Not ${source.name}, but somebody else:`), ...boxes), kind.element];
      return form("Part them", fields, () => {
        const taken = boxes.filter((each) => each.firstChild.checked).map((each) => `${source.mentions[each.firstChild.value].spans.map((span) => span.join(":")).join(",")}`);
        say({ action: "split", source: source.id, mentions: taken, kind: kind.value() });
      });
    },
  };
}
