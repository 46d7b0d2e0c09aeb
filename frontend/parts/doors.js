// What only the browser knows of the member's page: what was kept, whether there is a connection, whether it is on the home screen.
(() => {
  if (customElements.get('lk-last-known')) return;
  const kept = {
    read(key) { try { return localStorage.getItem(key); } catch { return null; } },
    write(key, value) { try { localStorage.setItem(key, value); } catch { /* private mode: nothing is kept */ } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } }
  };
  customElements.define('lk-last-known', class extends HTMLElement {
    connectedCallback() {
      document.getElementById('lk-last')?.remove();
      this.show = () => {
        this.hidden = navigator.onLine || !this.kept;
        this.textContent = this.hidden ? '' : this.isOfToday() ? this.kept.offline : this.kept.offlineLater;
      };
      window.addEventListener('online', this.show);
      window.addEventListener('offline', this.show);
      this.show();
    }
    disconnectedCallback() {
      window.removeEventListener('online', this.show);
      window.removeEventListener('offline', this.show);
    }
    keep(doors) {
      this.kept = { ...doors, day: new Date().toDateString() };
      kept.write('latchkey.doors', JSON.stringify(this.kept));
      this.show();
    }
    isOfToday() { return this.kept.day === new Date().toDateString(); }
    forget() { kept.drop('latchkey.doors'); }
  });
  customElements.define('lk-home-hint', class extends HTMLElement {
    connectedCallback() {
      const there = matchMedia('(display-mode: standalone)').matches || navigator.standalone;
      this.hidden = there || !matchMedia('(pointer: coarse)').matches || kept.read('latchkey.home') !== null;
      this.querySelector('[data-done]')?.addEventListener('click', () => {
        kept.write('latchkey.home', 'said');
        this.hidden = true;
      });
    }
  });
})();
