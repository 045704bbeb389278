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
      document.execCommand("copy");
    }
    button.textContent = "Copied";
  });
}

for (const search of document.querySelectorAll("[data-filter]")) {
  const offers = document.getElementById(search.dataset.filter).querySelectorAll(".choice");
  search.addEventListener("input", () => {
    for (const offer of offers) {
      offer.hidden = !offer.textContent.includes(search.value.trim().toLowerCase());
    }
  });
}

for (const left of document.querySelectorAll("[data-seconds]")) {
  const until = Date.now() + left.dataset.seconds * 1000;
  const tick = setInterval(() => {
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    left.textContent = seconds + (seconds === 1 ? " second" : " seconds");
    if (seconds === 0) clearInterval(tick);
  }, 250);
}

// Esc leaves an overlay, as its Cancel does.
document.addEventListener("keydown", (event) => {
  const leave = document.querySelector(".veil a.button");
  if (event.key === "Escape" && leave) leave.click();
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
