// What the pages of teas.mjs run: suggestions, filters by fetch and pushState, the cart that slides in, forms that send themselves.

export const SCRIPT = `
(() => {
  const one = (what, within = document) => within.querySelector(what);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const html = (url, how) => fetch(url, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, ...how }).then(answer => answer.text());

  function info() {
    html('/widgets/checkout/info').then(text => { one('#cart-widget').innerHTML = text; });
  }

  function suggest() {
    const box = one('.header-search-input');
    let timer = 0;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      one('.js-search-result')?.remove();
      if (box.value.length < 3) return;
      timer = setTimeout(() => html('/suggest?search=' + encodeURIComponent(box.value)).then(text => one('.header-search-form').insertAdjacentHTML('beforeend', text)), 250);
    });
  }

  function list() {
    const wrapper = one('.cms-element-product-listing-wrapper');
    if (!wrapper) return;
    function change(name, value) {
      const query = new URLSearchParams(location.search);
      if (value) query.set(name, value); else query.delete(name);
      wrapper.classList.add('has-element-loader');
      html('/widgets/search?' + query + '&no-aggregations=1').then(text => {
        wrapper.classList.remove('has-element-loader');
        wrapper.innerHTML = text;
        history.pushState({}, '', '/search?' + query);
        sorting();
      });
    }
    function sorting() {
      one('select.sorting')?.addEventListener('change', event => change('order', event.target.value));
    }
    function labels() {
      const checked = all('.filter-multi-select-checkbox:checked');
      one('.filter-multi-select-count').textContent = checked.length ? '(' + checked.length + ')' : '';
      one('.filter-panel-active-container').innerHTML = checked.map(({ dataset }) => '<span class="filter-active">' + dataset.label + '<button type="button" class="filter-active-remove" aria-label="Filter entfernen">×</button></span>').join('')
        + (checked.length ? '<button type="button" class="filter-reset-all btn btn-sm btn-outline-danger">Alle zurücksetzen</button>' : '');
      return checked.map(({ value }) => value).join('|');
    }
    sorting();
    one('.filter-panel-item-toggle')?.addEventListener('click', ({ currentTarget }) => {
      const isOpen = one('.filter-multi-select-dropdown').classList.toggle('show');
      currentTarget.setAttribute('aria-expanded', String(isOpen));
    });
    for (const box of all('.filter-multi-select-checkbox')) box.addEventListener('change', () => change('properties', labels()));
  }

  function amounts(within) {
    for (const group of all('.quantity-selector-group', within)) {
      const input = one('.js-quantity-selector', group);
      const step = by => () => { by > 0 ? input.stepUp() : input.stepDown(); input.dispatchEvent(new Event('change', { bubbles: true })); };
      one('.js-btn-plus', group).addEventListener('click', step(1));
      one('.js-btn-minus', group).addEventListener('click', step(-1));
    }
  }

  function slideIn(text) {
    one('.offcanvas')?.remove();
    document.body.insertAdjacentHTML('beforeend', '<div class="offcanvas offcanvas-end cart-offcanvas show" tabindex="-1">' + text + '</div>');
    const panel = one('.offcanvas');
    one('.offcanvas-close').addEventListener('click', () => panel.remove());
    amounts(panel);
    info();
  }

  for (const form of all('[data-add-to-cart]')) form.addEventListener('submit', event => {
    event.preventDefault();
    html(form.action, { method: 'POST', body: new FormData(form) }).then(slideIn);
  });
  document.addEventListener('change', ({ target }) => {
    const form = target.form;
    if (form?.dataset.formAutoSubmit && !form.closest('.offcanvas')) form.submit();
  });
  info();
  suggest();
  list();
  amounts(document);
})();
`;
