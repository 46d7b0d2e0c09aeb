// Counts every age on the page on, from what it was when the server drew it: data-age is that age in milliseconds.
(() => {
  if (window.lkAges) return;
  window.lkAges = true;
  const words = (ms) => {
    const s = Math.floor(ms / 1000);
    if (s < 60) return s + ' s ago';
    if (s < 3600) return Math.floor(s / 60) + ' min ago';
    return Math.floor(s / 3600) + ' h ago';
  };
  setInterval(() => {
    const now = performance.now();
    for (const time of document.querySelectorAll('time[data-age]')) {
      if (time.lkAge !== time.dataset.age) {
        time.lkAge = time.dataset.age;
        time.lkSince = now - Number(time.dataset.age);
      }
      const text = words(now - time.lkSince);
      if (time.textContent !== text) time.textContent = text;
    }
  }, 1000);
})();
