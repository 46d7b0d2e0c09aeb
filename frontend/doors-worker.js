// Keeps one plain page for times without connection. Tags and the Salto app need neither this nor us.
const KEPT = 'latchkey-doors-1';
const PLAIN = '/doors-offline.html';
const PARTS = [PLAIN, '/styles/plain.css', '/parts/doors-last.js', '/icons/mark.svg'];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(KEPT).then(cache => cache.addAll(PARTS)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const request = event.request;
  const path = new URL(request.url).pathname;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).then(
      answer => answer.status >= 502 ? caches.match(PLAIN) : answer,
      () => caches.match(PLAIN)));
  } else if (PARTS.includes(path)) {
    event.respondWith(fetch(request).catch(() => caches.match(path)));
  }
});
