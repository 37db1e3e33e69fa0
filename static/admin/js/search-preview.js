"use strict";

// Shows what is typed as search engines and shared links would show it, and says what will be cut there.

const SHOWN = { title: 65, description: 160 }; // characters, the title with the clinic's name; search engines count pixels

document.addEventListener("DOMContentLoaded", () => {
  for (const preview of document.querySelectorAll("[data-search-preview]")) {
    const form = preview.closest("form");
    const read = (name) => form.elements[`${preview.dataset.searchPreview}-${name}`]?.value.trim() ?? "";

    const show = () => {
      const shown = {
        title: read("search_title") || read("title"),
        description: read("search_description") || read("summary"),
      };
      for (const place of preview.querySelectorAll("[data-shows]")) {
        place.textContent = shown[place.dataset.shows];
      }
      const title = preview.querySelector(".search-preview__title").textContent;
      const lengths = { title: title.length, description: shown.description.length };
      for (const status of preview.querySelectorAll("[data-too-long]")) {
        const { tooLong, sentence } = status.dataset;
        status.textContent = lengths[tooLong] > SHOWN[tooLong] ? sentence : "";
      }
    };
    show();
    form.addEventListener("input", show);
  }
});
