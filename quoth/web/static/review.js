// Reviewing by single keys, as in the terminal; words selected in the context go into the field
// that waits for them. Without script the buttons do the same.
import { rememberedName } from "./post.js";
import { selected, wordsAt } from "./words.js";

const single = document.getElementById("single");
const context = document.getElementById("context");
const review = document.querySelector(".review");

for (const name of document.querySelectorAll("[data-who]")) {
  name.value = rememberedName() || name.value;
  name.addEventListener("change", () => rememberedName(name.value.trim()));
}

function press(letter) {
  const at = document.querySelector(`[data-key="${CSS.escape(letter)}"]`);
  if (!at) return false;
  at.click();
  if (at.matches("summary")) at.nextElementSibling.querySelector("textarea, input:not([type=hidden], [type=radio])").focus();
  return true;
}

if (single) {
  try {
    single.checked = localStorage.getItem("keys") !== "off";
    single.addEventListener("change", () => localStorage.setItem("keys", single.checked ? "on" : "off"));
  } catch {
    // Without storage the keys are as they are set now.
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea");
    if (typing && event.key === "Escape") typing.closest("details")?.querySelector("summary").focus();
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !single.checked) return;
    // A key that has a meaning where the focus is keeps it.
    if (event.key === " " && event.target.closest("button, a, summary, input")) return;
    if (press(event.key)) event.preventDefault();
  });
  document.documentElement.classList.add("scripted");
}

let waiting = null;
document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-takes-words]")) waiting = event.target;
});
context?.addEventListener("pointerup", () => {
  const found = selected(context);
  if (found.length && waiting) waiting.value = wordsAt(context, found);
});

// Somebody else may judge the same one: then it is shown as it is now.
if (review) {
  const { document: number, state, statement } = review.dataset;
  const stream = new EventSource(`/documents/${number}/changes?since=${state}`);
  addEventListener("pagehide", () => stream.close());
  stream.addEventListener("change", (event) => {
    const change = JSON.parse(event.data);
    const said = change.said.map((each) => `${(each.undone ?? each).who}: ${each.told}`).join("; ");
    document.getElementById("heard").textContent = said;
    if (change.whole || !statement || change.statements.includes(statement)) {
      stream.close();
      document.getElementById("heard").append(" ", Object.assign(document.createElement("a"), { href: location.href, textContent: "Show it as it is now" }));
    }
  });
}
