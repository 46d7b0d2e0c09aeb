// Counts the age of a reading in the browser, so that it stays true when the server has gone silent.
// reading = "<age in ms when sent>|<sequence>"; the sequence makes an equal age news again.
(() => {
  if (customElements.get('lk-freshness')) return;
  const SILENCE = 90_000;
  class Freshness extends HTMLElement {
    connectedCallback() {
      this.heard ??= performance.now();
      this.timer = setInterval(() => this.show(), 1000);
      this.show();
    }
    disconnectedCallback() { clearInterval(this.timer); }
    set reading(value) {
      if (!value) return;
      const age = Number(value.split('|')[0]);
      this.heard = performance.now();
      this.at = this.heard - age;
      this.told = false;
      this.show();
    }
    show() {
      if (this.at === undefined) return;
      const now = performance.now();
      const silent = now - this.heard > SILENCE;
      const words = this.words(Math.max(0, now - this.at));
      const text = (this.prefix ?? this.getAttribute('prefix') ?? '') + ' ' + words + (silent ? ' · ' + (this.getAttribute('silent') ?? 'nothing heard since') : '');
      if (this.textContent !== text) this.textContent = text;
      this.toggleAttribute('data-stale', silent || now - this.at > Number(this.getAttribute('stale-after') ?? Infinity));
      if (silent && !this.told) {
        this.told = true;
        this.dispatchEvent(new CustomEvent('lk-silent', { bubbles: true }));
      }
    }
    words(ms) {
      const s = Math.floor(ms / 1000);
      const [seconds, minutes, hours] = (this.getAttribute('ages') ?? '{n} s ago|{n} min ago|{n} h ago').split('|');
      if (s < 60) return seconds.replace('{n}', s);
      if (s < 3600) return minutes.replace('{n}', Math.floor(s / 60));
      if (s < 86400) return hours.replace('{n}', Math.floor(s / 3600));
      return new Date(Date.now() - ms).toLocaleDateString(document.documentElement.lang || undefined, { day: 'numeric', month: 'short' });
    }
  }
  // Flow may have set the property before the element was defined.
  customElements.define('lk-freshness', class extends Freshness {
    connectedCallback() {
      if (Object.hasOwn(this, 'reading')) {
        const early = this.reading;
        delete this.reading;
        this.reading = early;
      }
      super.connectedCallback();
    }
  });
})();
