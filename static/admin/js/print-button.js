"use strict";

// Adds a button that prints the page; without scripts, the browser's menu prints it.

for (const sheet of document.querySelectorAll("[data-print-button]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button print-sheet__button";
  button.textContent = "Print";
  button.addEventListener("click", () => window.print());
  sheet.prepend(button);
}
