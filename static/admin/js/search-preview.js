"use strict";

// Shows what is typed as search engines and shared links would show it, and says when a title will be cut there.

const SHOWN_OF_A_TITLE = 65; // characters, with the clinic's name; search engines count pixels

document.addEventListener("DOMContentLoaded", () => {
  for (const preview of document.querySelectorAll("[data-search-preview]")) {
    const form = preview.closest("form");
    const read = (name) => form.elements[`${preview.dataset.searchPreview}-${name}`]?.value.trim() ?? "";
    const status = preview.querySelector("[data-says-if-too-long]");

    const show = () => {
      const shown = {
        title: read("search_title") || read("title"),
        description: read("search_description") || read("summary"),
      };
      for (const place of preview.querySelectorAll("[data-shows]")) {
        place.textContent = shown[place.dataset.shows];
      }
      const [whole] = preview.querySelectorAll(".search-preview__title");
      const isTooLong = whole.textContent.length > SHOWN_OF_A_TITLE;
      status.textContent = isTooLong ? status.dataset.saysIfTooLong : "";
    };
    show();
    form.addEventListener("input", show);
  }
});
