"use strict";

// Adds a button that copies an address; without scripts, it can be selected and copied.

for (const place of document.querySelectorAll("[data-copy-address]")) {
  const field = place.querySelector("input");
  field.addEventListener("focus", () => field.select());
  if (navigator.clipboard) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
    });
    place.append(button);
  }
}
