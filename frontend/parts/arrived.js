// The outline that stands on a page until its scripts have come goes when the first view is there.
(() => {
  const outline = document.getElementById('lk-start');
  const outlet = document.getElementById('outlet');
  if (!outline || !outlet) return;
  const arrivals = new MutationObserver(() => {
    if (!outlet.querySelector('h1, main > *')) return;
    arrivals.disconnect();
    outline.remove();
  });
  arrivals.observe(outlet, { childList: true, subtree: true });
})();
