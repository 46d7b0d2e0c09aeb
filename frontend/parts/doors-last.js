// Plain script for any browser: draws what this phone kept of the doors before the page itself is there, or when it cannot come.
(function () {
  var place = document.getElementById('lk-last');
  if (!place) return;
  var offlinePage = document.body.hasAttribute('data-offline');
  var kept = null;
  try { kept = JSON.parse(localStorage.getItem('latchkey.doors')); } catch (unavailable) { /* private mode */ }
  var modern = window.CSS && CSS.supports && CSS.supports('color', 'light-dark(red, blue)');
  if (!modern && !offlinePage) {
    location.replace('/doors/plain');
    return;
  }
  if (kept && kept.html) {
    document.documentElement.lang = kept.lang;
    place.innerHTML = '<div class="lk-doors lk-last"><p class="lk-doors-note" role="status"></p><div class="lk-last-doors"></div></div>';
    var ofToday = kept.day === new Date().toDateString();
    place.querySelector('.lk-doors-note').textContent = offlinePage
      ? (ofToday ? kept.offline : kept.offlineLater)
      : (ofToday ? kept.loading : kept.loadingLater);
    place.querySelector('.lk-last-doors').innerHTML = kept.html;
    if (offlinePage) document.title = kept.title + ' · Latchkey';
    var again = document.getElementById('lk-refresh');
    if (again) again.textContent = kept.refresh;
  }
  if (offlinePage) {
    var nothing = document.getElementById('lk-nothing');
    if (nothing && kept && kept.html) nothing.remove();
    document.getElementById('lk-refresh').addEventListener('click', function () { location.reload(); });
    // A phone says that it has a network before anything gets through, and says it only once: so we ask, until there is an answer.
    var look = function () {
      fetch('/doors-worker.js', { cache: 'no-store' }).then(
        function (answer) { if (answer.ok) location.reload(); },
        function () { /* not yet */ });
    };
    window.addEventListener('online', look);
    setInterval(look, 3000);
    return;
  }
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register('/doors-worker.js', { scope: '/doors' }).catch(function () { /* the page works without */ });
  }
})();
