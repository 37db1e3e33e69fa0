"use strict";

// Adds buttons that print or copy a list of codes; without scripts, the list can be selected and copied.

function addButton(bar, text, action) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = text;
  button.addEventListener("click", () => action(button));
  bar.append(button);
}

for (const list of document.querySelectorAll("[data-keep-codes]")) {
  const codes = Array.from(list.children, (item) => item.textContent.trim()).join("\n");
  const bar = document.createElement("div");
  bar.className = "sign-in__keep";
  addButton(bar, "Print", () => window.print());
  if (navigator.clipboard) {
    addButton(bar, "Copy", async (button) => {
      await navigator.clipboard.writeText(codes);
      button.textContent = "Copied";
    });
  }
  list.after(bar);
}
