// Correcting on the reading page: by buttons in the card, by keys, and by words selected in the
// text. What is said is shown at once; what others say comes by events, and nobody loses his place.
import { listening } from "./changes.js";
import { button, forms, PARTS } from "./forms.js";
import { make, post, remembered, rememberedName } from "./post.js";
import { selecting } from "./selecting.js";
import { forget, taking } from "./taking.js";
import { byArrows } from "./words.js";

const heard = document.getElementById("correcting");
const text = document.getElementById("text");
const card = document.getElementById("card");
const doing = card.querySelector(".doing");
const number = heard.dataset.document;
const mine = remembered(`said ${heard.dataset.document}`);
let open = null;

const statement = () => card.dataset.statement ?? null;
const tell = (said) => {
  heard.textContent = said;
};
const live = listening(text, heard, (change, others) => {
  if (others) tell(others);
  document.dispatchEvent(new CustomEvent("quoth:changed", { detail: change }));
});

const who = make("input", { id: "who", autocomplete: "name", value: rememberedName() || heard.dataset.who });
who.addEventListener("change", () => rememberedName(who.value.trim()));
const why = make("input", { id: "why", autocomplete: "off" });
const panel = make("div", { className: "panel" });
const wrong = make("div", { className: "wrong", role: "alert" });
const keyed = (label, act, letter) => {
  const made = button(label, act);
  made.append(" ", make("kbd", {}, letter));
  made.setAttribute("aria-keyshortcuts", letter);
  return made;
};
const panels = forms({ text, document: number, kinds: heard.dataset.kinds.split(" "), say, leave: () => show(null) });

// What is kept is on the page before anything else is done; what is not kept stays in its fields.
async function say(given, address = `/documents/${number}/corrections`) {
  if (doing.ariaBusy === "true") return false;
  const said = { ...given, who: who.value.trim(), why: why.value.trim(), state: heard.dataset.state };
  wrong.replaceChildren();
  doing.ariaBusy = "true";
  const answer = await post(address, said);
  doing.ariaBusy = "false";
  if (!answer.ok) {
    refuse(answer, said, address);
    return false;
  }
  const { correction, change } = answer.told;
  const taken = Boolean(correction.undone);
  if (taken) mine.drop(correction.id);
  else mine.add(correction.id);
  why.value = "";
  show(null);
  await live.take(change, true);
  const about = correction.value.statement?.key ?? change.statements[0];
  if (!document.getElementById(`note-${statement()}`)) near(about);
  tell(`${taken ? "Taken back" : "Kept"}: ${correction.told}`);
  return true;
}

function refuse(answer, said, address) {
  const told = [make("p", {}, answer.told.detail ?? "It was not kept.")];
  if (answer.status === 409) {
    if (answer.told.said?.length) told.push(make("ul", {}, ...answer.told.said.map((each) => make("li", {}, `${(each.undone ?? each).who}${each.undone ? " took back" : ""}: ${each.told}`))));
    if (answer.told.state) told.push(button("Say it all the same", () => say({ ...said, state: undefined }, address)));
  }
  wrong.replaceChildren(...told);
  if (answer.status === 409) live.renew();
}

// The focus goes on from a statement that is gone to where it stood.
let order = [];
function remember() {
  order = [...text.querySelectorAll(".said[id]")].map((each) => each.id);
}
function near(id) {
  const at = order.indexOf(id);
  const next = [id, ...order.slice(at + 1), ...order.slice(0, Math.max(at, 0)).reverse()].find((each) => each && document.getElementById(each));
  if (next) document.getElementById(next).querySelector(".tag")?.focus({ preventScroll: true });
  else text.focus();
}

async function show(name, ...given) {
  open = name;
  forget();
  wrong.replaceChildren();
  for (const each of doing.querySelectorAll("[aria-expanded]")) if (each.dataset.panel) each.setAttribute("aria-expanded", String(each.dataset.panel === name));
  if (!name) {
    const inside = panel.contains(document.activeElement);
    panel.replaceChildren();
    if (inside) card.focus();
    return;
  }
  const made = await panels[name](statement(), ...given);
  if (open !== name) return;
  panel.replaceChildren(made ?? make("p", {}, "It is not there any more."));
  panel.querySelector("input:not([type=radio]), textarea, select")?.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

const acts = {
  y: () => statement() && say({ action: "confirm", statement: statement() }),
  n: () => statement() && say({ action: "reject", statement: statement() }),
  e: () => statement() && show("edit"),
  s: () => statement() && show("source"),
  a: () => begin("add"),
  u: undo,
  w: words,
};

function begin(name, ...given) {
  card.hidden = false;
  if (!statement()) card.querySelector("h2").textContent = "A statement that is missing";
  build();
  return show(name, ...given);
}

function undo() {
  const last = mine.last();
  if (last) say({}, `/corrections/${last}/undo`);
  else tell("You have said nothing here yet");
}

function words() {
  const from = document.activeElement.closest(".row") ?? document.getElementById(statement())?.closest(".row") ?? text.querySelector(".row");
  tell("Words: arrows go on, with Shift they take more; Enter takes them, Escape leaves");
  byArrows(text, from.querySelector(".block"), (kept) => {
    if (kept) offer(true);
    else tell("");
  });
}

const offer = selecting(text, () => {
  const parts = PARTS.map((part) => [part, (found) => begin("edit", part, found)]);
  const whole = ["A new statement", (found) => begin("add", "content", found)];
  return statement() ? { about: `${statement()}: these words are its`, acts: [...parts, whole] } : { acts: [whole] };
});

panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  show(null);
});

const opener = (label, name, letter) => {
  const act = () => (open === name ? show(null) : show(name));
  const made = letter ? keyed(label, act, letter) : button(label, act);
  made.setAttribute("aria-expanded", "false");
  made.dataset.panel = name;
  return made;
};
function build() {
  if (doing.firstChild) return;
  doing.append(
    make("div", { className: "keys" }, keyed("Right", acts.y, "y"), keyed("Wrong", acts.n, "n"), opener("Edit", "edit", "e"), opener("Source", "source", "s"), opener("Add", "add", "a"), opener("Merge", "merge"), opener("Split", "split"), keyed("Undo", undo, "u")),
    panel,
    wrong,
    make("div", { className: "signed" }, make("p", {}, make("label", { htmlFor: "why" }, "Why, if you like"), why), make("p", {}, make("label", { htmlFor: "who" }, "Your name"), who)),
  );
}
build();
document.addEventListener("quoth:chosen", () => {
  remember();
  if (open && panel.firstChild && !taking()?.value()) show(null);
  else if (open === "edit" || open === "source" || open === "split") show(null);
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey) return;
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "z" && !typing && !event.shiftKey) undo();
  else if (command || typing || !document.getElementById("keys").checked || !acts[event.key]) return;
  else acts[event.key]();
  event.preventDefault();
});
