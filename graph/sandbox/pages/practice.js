// Comforts only: every page works without them.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      if (!document.execCommand("copy")) return; // it is marked: Ctrl+C copies it
    }
    button.firstChild.data = button.dataset.copied;
    button.closest(".copy").querySelector("[role=status]").textContent = button.dataset.copied;
  });
}

for (const search of document.querySelectorAll("[data-filter]")) {
  const list = document.getElementById(search.dataset.filter);
  const nothing = list.querySelector("[data-nothing]");
  search.addEventListener("input", () => {
    let found = false;
    for (const offer of list.querySelectorAll(".choice")) {
      offer.hidden = !offer.textContent.includes(search.value.trim().toLowerCase());
      found ||= !offer.hidden;
    }
    if (nothing) nothing.hidden = found;
  });
}

for (const count of document.querySelectorAll("[data-count]")) {
  const form = count.closest("form");
  const kept = Number(count.textContent) - form.querySelectorAll("[data-counted]:checked").length;
  form.addEventListener("change", () => {
    count.textContent = kept + form.querySelectorAll("[data-counted]:checked").length;
  });
}

// What is good for some seconds only goes when they are over. The end alone is
// read out: a countdown read out aloud would drown everything else.
for (const lasting of document.querySelectorAll("[data-seconds]")) {
  const until = Date.now() + lasting.dataset.seconds * 1000;
  const left = lasting.querySelector("[data-left]");
  const tick = setInterval(() => {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    left.textContent = seconds;
    if (seconds > 0) return;
    clearInterval(tick);
    lasting.hidden = true;
    const ended = document.getElementById(lasting.dataset.then);
    ended.textContent = ended.dataset.text;
  }, 250);
}

// Esc clears a search; else it leaves an overlay, as its Cancel does.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const field = event.target;
  if (field.type === "search" && field.value !== "") {
    event.preventDefault();
    field.value = "";
    field.dispatchEvent(new Event("input"));
    return;
  }
  document.querySelector("[data-leave]")?.click();
});

// An open page outlives the program: say so when nobody answers any more.
setInterval(async () => {
  let gone = false;
  try {
    await fetch("/practice/style.css", { cache: "no-store" });
  } catch {
    gone = true;
  }
  document.getElementById("ended").hidden = !gone;
}, 4000);
