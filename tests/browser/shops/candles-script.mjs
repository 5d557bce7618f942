// What the shop pages of candles.mjs run: predictive search, facets by section, the drawer, quantities by JSON.

export const SCRIPT = `
(() => {
  const one = (what, within = document) => within.querySelector(what);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const parsed = text => new DOMParser().parseFromString(text, 'text/html');
  const asked = { 'Content-Type': 'application/json', Accept: 'application/json' };

  function predict() {
    const box = one('#Search-In-Modal');
    let timer = 0;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => fetch('/search/suggest?q=' + encodeURIComponent(box.value) + '&section_id=predictive-search').then(answer => answer.text()).then(text => {
        one('[data-predictive-search]').innerHTML = text;
        box.setAttribute('aria-expanded', 'true');
      }), 300);
    });
  }

  function facets() {
    let timer = 0;
    const form = one('#FacetFiltersForm');
    form?.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const query = new URLSearchParams(new FormData(form)).toString();
        one('#ProductCountDesktop').classList.add('loading');
        one('#ProductGridContainer').firstElementChild.classList.add('loading');
        fetch('/search?section_id=template--main&' + query).then(answer => answer.text()).then(text => {
          const fresh = parsed(text);
          one('#ProductGridContainer').innerHTML = one('#ProductGridContainer', fresh).innerHTML;
          one('#ProductCountDesktop').innerHTML = one('#ProductCountDesktop', fresh).innerHTML;
          one('#ProductCountDesktop').classList.remove('loading');
          one('.active-facets-desktop').innerHTML = one('.active-facets-desktop', fresh).innerHTML;
        });
        history.pushState({ searchParams: query }, '', '/search?' + query);
      }, 500);
    });
  }

  function steppers(within) {
    for (const stepper of all('quantity-input', within)) for (const button of all('button', stepper)) button.addEventListener('click', event => {
      event.preventDefault();
      const input = one('input', stepper), before = input.value;
      button.name === 'plus' ? input.stepUp() : input.stepDown();
      if (before !== input.value) input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  function show(sections) {
    one('#CartDrawer').innerHTML = sections['cart-drawer'];
    one('#cart-icon-bubble .bubble').innerHTML = sections['cart-icon-bubble'];
    const drawer = one('cart-drawer');
    drawer.classList.add('active');
    one('.drawer__close').addEventListener('click', () => drawer.classList.remove('active'));
    steppers(drawer);
    one('.drawer__inner').focus();
    for (const input of all('[name="updates[]"]', drawer)) input.addEventListener('change', () => change(input));
  }
  function change(input) {
    fetch('/cart/change', { method: 'POST', headers: asked, body: JSON.stringify({ line: input.dataset.index, quantity: input.value, sections: ['cart-drawer', 'cart-icon-bubble'], sections_url: location.pathname }) })
      .then(answer => answer.json()).then(state => {
        if (!state.errors) return show(state.sections);
        one('.cart-item__error-text').textContent = state.errors;
        input.value = input.defaultValue;
      });
  }

  function add() {
    const form = one('#product-form-template');
    form?.addEventListener('submit', event => {
      event.preventDefault();
      const button = one('[name=add]', form), error = one('.product-form__error-message-wrapper');
      button.setAttribute('aria-disabled', 'true');
      button.classList.add('loading');
      error.hidden = true;
      const body = new FormData(form);
      body.append('sections', 'cart-drawer,cart-icon-bubble');
      fetch('/cart/add', { method: 'POST', headers: { Accept: 'application/javascript', 'X-Requested-With': 'XMLHttpRequest' }, body })
        .then(answer => answer.json()).then(state => {
          if (!state.status) return show(state.sections);
          error.hidden = false;
          one('.product-form__error-message').textContent = state.description;
        }).finally(() => { button.classList.remove('loading'); button.removeAttribute('aria-disabled'); });
    });
  }

  predict();
  facets();
  steppers(document);
  add();
})();
`;
