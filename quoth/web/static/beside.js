// Opens the original beside the text. A statement that is chosen in one is shown in the other, as
// far as the frame may speak: a saved page is inert and only listens.
const button = document.querySelector(".open-beside");
const pane = document.getElementById("beside");
let frame = null;

function show(id) {
  frame?.contentWindow.location.replace(`${pane.dataset.address}#${encodeURIComponent(id)}`);
}

function open() {
  frame = document.createElement("iframe");
  frame.title = "The original";
  if (pane.dataset.kind === "html") frame.setAttribute("sandbox", "");
  frame.src = pane.dataset.address + location.hash;
  pane.append(frame);
}

button.addEventListener("click", () => {
  const opens = pane.hidden;
  if (frame === null) open();
  pane.hidden = !opens;
  document.body.classList.toggle("besides", opens);
  button.setAttribute("aria-expanded", String(opens));
  document.querySelector(".said.chosen")?.scrollIntoView({ block: "center" });
});
document.addEventListener("quoth:chosen", (event) => {
  if (event.detail) show(event.detail);
});
addEventListener("message", (event) => {
  if (event.origin !== location.origin || event.source !== frame?.contentWindow) return;
  location.hash = encodeURIComponent(event.data.chosen);
});
button.hidden = false;
