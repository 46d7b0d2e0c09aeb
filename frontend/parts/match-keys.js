// Keys on the list of items: arrows go from item to item, Enter takes the first suggestion, u takes every group away.
window.lkMatchKeys = (list) => {
  if (list.lkKeys) return;
  list.lkKeys = true;
  const items = () => [...list.children];
  items()[0]?.setAttribute('tabindex', '0');
  const go = (item) => {
    if (!item) return;
    items().forEach((each) => each.setAttribute('tabindex', '-1'));
    item.setAttribute('tabindex', '0');
    item.focus();
  };
  list.addEventListener('keydown', (event) => {
    const item = event.target;
    if (item.parentElement !== list || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') go(item.nextElementSibling);
    else if (event.key === 'ArrowUp') go(item.previousElementSibling);
    else if (event.key === 'Enter') item.querySelector('[data-take]')?.click();
    else if (event.key === 'u') item.dispatchEvent(new CustomEvent('lk-unmatch'));
    else return;
    event.preventDefault();
  });
};
