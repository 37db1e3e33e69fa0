"use strict";

// Sends what is typed into a form to the server every few seconds, which keeps it as a draft, and says so, or why not.
// It does not count as activity, so that an unattended page still signs out. Nothing is stored in the browser.

const PAUSE = 5_000; // milliseconds
const PATIENCE = 10_000; // milliseconds
const OUTLIVES_ITS_PAGE = 60_000; // bytes; browsers let requests of 64 KiB go on after their page is closed
const KEPT = "Your changes are kept as a draft until you save.";
const NO_ANSWER = "Your latest changes aren't kept: the server doesn't answer. Keep this page open; it will try again.";
const SIGNED_OUT = "Your latest changes aren't kept: you are signed out. Copy them before you leave this page.";
const REFUSED = "Your latest changes can't be kept as a draft. Save or copy them before you leave this page.";

function startKeeping(state) {
  const form = state.closest("form");
  const read = () => new URLSearchParams(new FormData(form)).toString();
  let kept = "isUnsaved" in state.dataset ? null : read();
  let sending = null;
  let isSaved = false;

  async function send(typed) {
    try {
      const answer = await fetch(state.dataset.keepADraft, {
        method: "POST",
        body: typed,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Background-Refresh": "1" },
        keepalive: typed.length < OUTLIVES_ITS_PAGE,
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        kept = typed;
      }
      say(answer.ok ? KEPT : answer.status === 403 ? SIGNED_OUT : REFUSED);
    } catch {
      say(NO_ANSWER);
    }
    sending = null;
  }

  function say(sentence) {
    if (state.textContent !== sentence) {
      state.textContent = sentence;
    }
  }

  function keep() {
    const typed = read();
    if (!isSaved && !sending && typed !== kept) {
      sending = send(typed);
    }
  }

  setInterval(keep, PAUSE);
  document.addEventListener("visibilitychange", keep);
  window.addEventListener("pagehide", keep);
  window.addEventListener("pageshow", () => {
    isSaved = false; // back here after a save that did not arrive
  });
  form.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (target !== form || submitter?.formTarget === "_blank") {
      return;
    }
    isSaved = true;
    if (sending) {
      event.preventDefault(); // a draft that arrives after the save would be offered later
      sending.then(() => form.requestSubmit(submitter));
    }
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-keep-a-draft]").forEach(startKeeping);
});
