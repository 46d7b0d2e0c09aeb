// Says at once that there is no connection; the framework only notices when it next asks the server. /doors has words of its own.
(() => {
  if (window.latchkeyConnection) return;
  window.latchkeyConnection = true;
  const words = document.createElement('p');
  words.className = 'lk-offline';
  words.setAttribute('role', 'status');
  const show = () => {
    const away = !navigator.onLine && !location.pathname.endsWith('/doors');
    words.textContent = away ? 'No connection. This page shows what was so before, and goes on by itself.' : '';
    words.hidden = !away;
  };
  window.addEventListener('offline', show);
  window.addEventListener('online', show);
  show();
  document.body.append(words);
})();
