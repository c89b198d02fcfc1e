// What is sent to the room, and what it answers: never an exception, always something to tell.
export async function post(address, data) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(data),
    });
    const told = await answer.json();
    return { ok: answer.ok, status: answer.status, told };
  } catch {
    return { ok: false, status: 0, told: { detail: "The room cannot be reached; nothing was kept. Try again." } };
  }
}

export async function get(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// An element with properties, attributes (with a hyphen, or role) and children.
export function make(tag, given = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.includes("-") || name === "role" || name === "for") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...inside);
  return made;
}

// Whose name corrections carry is remembered by the browser, where it may.
export function rememberedName(name) {
  try {
    if (name !== undefined) localStorage.setItem("who", name);
    return localStorage.getItem("who") ?? "";
  } catch {
    return name ?? "";
  }
}
