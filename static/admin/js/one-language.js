"use strict";

// Shows one language of an article at a time: the one that the address names, or one with an error, or the first. The
// address keeps it when the form is saved; its name there stays when a text in another language is added. A tab says
// whether something was typed below it. What was said about a save comes to where the page returns.

const SAID = ".messagelist, .meanwhile, .errornote, .problems";

// Screen readers speak what comes into a status that they know already: hence the second step, once all is loaded.
function bringWhatWasSaid(nav) {
  const said = document.querySelectorAll(SAID);
  if (!said.length) {
    return;
  }
  const status = Object.assign(document.createElement("div"), { role: "status" });
  nav.before(status);
  window.addEventListener("load", () => {
    status.append(...said);
    status.scrollIntoView();
  });
}

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
      const target = follow(location.hash);
      if (target) {
        target.scrollIntoView();
        bringWhatWasSaid(nav);
      }
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
