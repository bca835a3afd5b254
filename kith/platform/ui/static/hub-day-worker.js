// Answers for the network where there is none: the page of a hub day and its parts, kept as they were when it was
// prepared. What is sent and what is asked of the register goes to the network alone, and no answer of it is kept.
async function keepAll() {
  const cache = await caches.open(KEPT.cache);
  for (const address of [KEPT.page, ...KEPT.files]) {
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-cache" });
    // Who is no longer signed in is led to another page, which must not be kept for this one.
    if (!answer.ok || answer.redirected) throw new Error(`not kept: ${address}`);
    await cache.put(address, answer);
  }
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("kith-hub-day-") && name !== KEPT.cache).map((name) => caches.delete(name)));
}

async function answered(request) {
  const cache = await caches.open(KEPT.cache);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) || fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && (pathname === KEPT.page || KEPT.files.includes(pathname))) {
    event.respondWith(answered(event.request));
  }
});
