// Asks the server to read again: every so often, and when the page comes back into view. Push may die silently; this does not.
(() => {
  if (customElements.get('lk-refresh')) return;
  customElements.define('lk-refresh', class extends HTMLElement {
    connectedCallback() {
      const seconds = Number(this.getAttribute('every') ?? 30);
      this.ask = () => { if (!document.hidden) this.dispatchEvent(new CustomEvent('lk-refresh')); };
      this.timer = setInterval(this.ask, seconds * 1000);
      document.addEventListener('visibilitychange', this.ask);
      window.addEventListener('online', this.ask);
    }
    disconnectedCallback() {
      clearInterval(this.timer);
      document.removeEventListener('visibilitychange', this.ask);
      window.removeEventListener('online', this.ask);
    }
  });
})();
