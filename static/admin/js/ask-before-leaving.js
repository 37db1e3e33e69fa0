"use strict";

// Asks before the page is left while its form holds words that are not saved. The prose editor's words count too: it
// writes them into its field as they are typed.

document.addEventListener("DOMContentLoaded", () => {
  for (const { form, dataset } of document.querySelectorAll("[data-ask-before-leaving]")) {
    const read = () => new URLSearchParams(new FormData(form)).toString();
    const saved = "isUnsaved" in dataset ? null : read();
    let isSent = false;
    window.addEventListener("pageshow", () => {
      isSent = false; // back here after a save that did not arrive
    });
    form.addEventListener("submit", ({ target, submitter }) => {
      isSent ||= target === form && submitter?.formTarget !== "_blank"; // a preview opens in another tab
    });
    window.addEventListener("beforeunload", (event) => {
      if (!isSent && read() !== saved) {
        event.preventDefault();
      }
    });
  }
});
