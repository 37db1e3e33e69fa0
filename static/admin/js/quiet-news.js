"use strict";

// Shows on an open list how many new requests have arrived. Nothing moves, and the focus stays. Its own requests do not
// count as activity, so that an unattended page still signs out.

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
    // A short network failure; the next attempt may succeed.
  }
}

if (region) {
  setInterval(ask, PAUSE);
  document.addEventListener("visibilitychange", ask);
}
