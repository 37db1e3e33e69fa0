"use strict";

// Tells, on a list that stays open, how many new requests came since. It moves nothing and takes no focus; what it
// asks for counts as no activity of the user, so that an unwatched page still signs out.

const PAUSE = 30_000; // milliseconds
const region = document.querySelector("[data-news]");
const title = document.title;
let shown = 0;

function show(count) {
  if (count === shown) {
    return;
  }
  shown = count;
  document.title = count ? `(${count}) ${title}` : title;
  region.replaceChildren();
  if (count) {
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = `${count} new request${count === 1 ? "" : "s"}: show ${count === 1 ? "it" : "them"}`;
    region.append(link);
  }
}

async function ask() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch(region.dataset.news, { headers: { "X-Background-Refresh": "1" } });
    if (answer.ok) {
      show((await answer.json()).count);
    }
  } catch {
    // The network is away for a moment; the next try may find it back.
  }
}

if (region) {
  setInterval(ask, PAUSE);
  document.addEventListener("visibilitychange", ask);
}
