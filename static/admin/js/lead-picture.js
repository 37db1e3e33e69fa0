"use strict";

// Shows the picture that is chosen by its name, and offers Django's pop-up list of pictures to choose or add one there.

function showChosen(select) {
  const list = select.dataset.pictureList;
  const wrapper = select.closest(".related-widget-wrapper");
  const image = Object.assign(document.createElement("img"), { className: "thumbnail", alt: "" });
  const chosen = Object.assign(document.createElement("input"), { type: "hidden", id: `${select.id}-chosen` });
  const link = Object.assign(document.createElement("a"), { id: `lookup_${chosen.id}`, href: list });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Choose from the pictures" });
  button.className = "link-button";
  wrapper.append(button, chosen);
  wrapper.after(image);

  const show = () => {
    image.hidden = !select.value;
    if (select.value) {
      image.src = `${list}${select.value}/thumbnail/`;
    }
  };
  const { jQuery } = window.django; // whose events Django's scripts send
  jQuery(select).on("change", show);
  jQuery(chosen).on("change", () => {
    const isKnown = Array.from(select.options).some(({ value }) => value === chosen.value);
    if (!isKnown) { // added since the page was opened
      select.add(new Option("The picture below", chosen.value));
    }
    select.value = chosen.value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  button.addEventListener("click", () => window.showRelatedObjectLookupPopup(link));
  show();
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-picture-list]").forEach(showChosen);
});
