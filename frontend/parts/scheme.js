// The colours this person chose last on this device; without a choice the device decides.
(() => {
  try {
    const kept = localStorage.getItem('latchkey.scheme');
    if (kept === 'light' || kept === 'dark') {
      document.documentElement.style.colorScheme = kept;
      document.documentElement.setAttribute('theme', kept);
    }
  } catch (unavailable) { /* private mode: nothing is kept */ }
})();
