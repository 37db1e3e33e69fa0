"use strict";

// Shows one language of an article at a time: the one that the address names, or one with an error, or the first. The
// address keeps it when the form is saved; its name there stays when a text in another language is added. A tab says
// whether something was typed below it.

document.addEventListener("DOMContentLoaded", () => {
  for (const nav of document.querySelectorAll("[data-one-language]")) {
    const tabs = [...nav.querySelectorAll("a[href^='#']")];
    const panels = tabs.map((tab) => document.querySelector(tab.hash).closest(".text-form"));

    const show = (panel) => {
      panels.forEach((each, number) => {
        each.hidden = each !== panel;
        if (each === panel) {
          tabs[number].setAttribute("aria-current", "true");
        } else {
          tabs[number].removeAttribute("aria-current");
        }
      });
    };
    const follow = (hash) => {
      const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
      const panel = target && panels.find((each) => each.contains(target));
      if (panel) {
        show(panel);
        target.closest("details")?.setAttribute("open", "");
      }
      return panel && target;
    };

    show(panels.find((panel) => panel.querySelector(".errorlist")) ?? panels[0]);
    if (location.hash) {
      follow(location.hash)?.scrollIntoView();
    }
    document.addEventListener("click", ({ target }) => {
      const link = target.closest("a[href^='#']");
      if (link) {
        follow(link.hash); // before the browser goes there
      }
    });
    window.addEventListener("hashchange", () => follow(location.hash));
    document.addEventListener("input", ({ target }) => {
      const number = panels.findIndex((panel) => panel.contains(target));
      tabs[number]?.classList.add("is-changed");
    });
  }
});
