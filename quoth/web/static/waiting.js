// Puts parts of the page in their place as they are worked out. Without script a link does it.
import { made as ours } from "./made.js"

const EVERY = 800

const waits = () => document.querySelectorAll("section[data-waiting]")

for (const link of document.querySelectorAll("[data-again]")) link.remove()

const look = async () => {
  const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(ours.createHTML(await answer.text()), "text/html")
  const [main, whole] = [document.getElementById("main"), document.querySelector("[data-waiting=whole]")]
  if (whole) {
    const typing = main.contains(document.activeElement) && document.activeElement.matches("input")
    if (typing || page.querySelector("[data-waiting=whole]")) return
    document.title = page.title
    const same = page.querySelector("footer.same")
    if (same && !document.querySelector("footer.same")) main.after(document.adoptNode(same))
    main.replaceChildren(...document.adoptNode(page.getElementById("main")).childNodes)
    return
  }
  for (const section of waits()) {
    const made = page.getElementById(section.id)
    if (made && !made.hasAttribute("data-waiting")) section.replaceWith(document.adoptNode(made))
  }
  for (const id of ["found", "progress"]) {
    const [here, made] = [document.getElementById(id), page.getElementById(id)]
    made?.querySelector("[data-again]")?.remove()
    if (here && !here.contains(document.activeElement)) {
      if (!made) here.textContent = ""
      else if (here.innerHTML !== made.innerHTML) here.replaceChildren(...made.childNodes)
    }
  }
}

while (waits().length) {
  await new Promise((then) => setTimeout(then, EVERY))
  try { await look() } catch { /* the room may be away for a moment */ }
}
