// What draws the pages of soaps.mjs: routes by pushState, a search without a form, filters and sorting that are no form controls.

export const SCRIPT = `
(() => {
  const root = document.querySelector('#__next');
  const one = (what, within = root) => within.querySelector(what);
  const all = (what, within = root) => [...within.querySelectorAll(what)];
  const euro = cents => (cents / 100).toFixed(2).replace('.', ',') + ' €';
  const ask = (operationName, variables = {}) => fetch('/api/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ operationName, variables }) }).then(answer => answer.json());
  const routes = {};
  const app = window.__maison = { root, one, all, euro, ask, routes, go, draw, toast, cart: { count: 0 } };

  function draw(title, html) {
    document.title = title + ' — Maison Garrigue';
    root.innerHTML = '<header class="flex items-center justify-between px-6 py-4"><a href="/fr" class="text-xl tracking-wide">Maison Garrigue</a><nav class="flex gap-6"><a href="/fr/c/savons" class="hover:underline">Savons</a></nav>'
      + '<div class="flex gap-4"><button type="button" class="p-2" data-open aria-label="Rechercher"><svg width="20" height="20"></svg></button><a href="/fr/panier" class="relative p-2" aria-label="Panier, ' + app.cart.count + ' articles"><svg width="20" height="20"></svg>' + (app.cart.count ? '<span class="absolute -top-1 rounded-full bg-black text-white text-xs">' + app.cart.count + '</span>' : '') + '</a></div></header>'
      + '<div class="fixed p-6" data-overlay hidden><div class="flex"><input class="w-full border-b" placeholder="Que cherchez-vous ?" aria-label="Que cherchez-vous ?"><button type="button" class="p-2" data-close>Fermer</button></div></div>'
      + '<main class="mx-auto max-w-6xl px-6">' + html + '</main><div class="fixed bottom-4 right-4" id="toasts" style="inset:auto 1rem 1rem auto"></div><footer class="mt-24 px-6 text-sm"><a href="/fr/aide">Aide</a></footer>';
    const overlay = one('[data-overlay]'), box = one('input', overlay);
    one('[data-open]').addEventListener('click', () => { overlay.hidden = false; box.focus(); });
    one('[data-close]').addEventListener('click', () => { overlay.hidden = true; });
    box.addEventListener('keydown', event => { if (event.key === 'Enter') go('/fr/recherche?terme=' + encodeURIComponent(box.value)); });
    scrollTo(0, 0);
  }
  function toast(text) {
    one('#toasts').innerHTML = '<div class="rounded bg-white px-4 py-3 shadow">' + text + '</div>';
  }

  function route() {
    const path = location.pathname.replace(/^[/]fr/, '') || '/';
    const [, name, rest] = path.match(/^[/]([^/]*)[/]?(.*)$/);
    (routes[name] ?? routes[''])(rest, new URLSearchParams(location.search));
  }
  function go(address) {
    history.pushState({ idx: 1 }, '', address);
    route();
  }
  addEventListener('popstate', route);
  root.addEventListener('click', event => {
    const link = event.target.closest('a[href^="/"]');
    if (!link) return;
    event.preventDefault();
    go(link.getAttribute('href'));
  });

  routes[''] = () => draw('Savons artisanaux', '<section class="py-24"><h1 class="text-5xl">La garrigue dans votre salle de bain</h1><p>Saponifiés à froid, à Uzès.</p></section>');

  const tile = ({ slug, name, cents }) => '<a href="/fr/p/' + slug + '" class="group block w-56"><div class="aspect-square overflow-hidden rounded"><img alt="" src="data:," width="200" height="200"></div><div class="mt-2 flex justify-between"><span>' + name + '</span><span class="text-neutral-500">' + euro(cents) + '</span></div></a>';
  const ORDERS = { RELEVANCE: 'Pertinence', PRICE_ASC: 'Prix croissant' };

  routes.recherche = (_, query) => {
    const term = query.get('terme'), bio = query.get('bio') === '1', order = query.get('tri') ?? 'RELEVANCE';
    const again = change => {
      const next = new URLSearchParams(location.search);
      for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name);
      history.replaceState({}, '', '/fr/recherche?' + next);
      route();
    };
    if (!one('[data-list]')) draw('Recherche', '<h1 class="text-3xl">« ' + term + ' »</h1><div data-list><div class="animate-pulse grid"><div class="h-64 w-56 bg-neutral-200"></div><div class="h-64 w-56 bg-neutral-200"></div></div></div>');
    else one('[data-list]').classList.add('opacity-50');
    one('h1').textContent = '« ' + term + ' »';
    ask('Search', { term, bio, order }).then(({ data: { products: { totalCount, nodes } } }) => {
      one('[data-overlay]').hidden = true;
      const list = one('[data-list]');
      list.classList.remove('opacity-50');
      list.innerHTML = totalCount
        ? '<div class="flex justify-between py-4"><div class="flex gap-2"><button type="button" role="checkbox" aria-checked="' + bio + '" class="rounded-full border px-3 py-1" data-bio>Bio</button></div><p class="text-sm text-neutral-500">' + totalCount + ' produits</p><div class="relative"><button type="button" aria-haspopup="listbox" aria-expanded="false" data-sort>Trier : ' + ORDERS[order] + '</button><ul role="listbox" class="absolute bg-white shadow" hidden>' + Object.entries(ORDERS).map(([value, name]) => '<li role="option" class="cursor-pointer px-3 py-1" aria-selected="' + (value === order) + '" data-value="' + value + '">' + name + '</li>').join('') + '</ul></div></div><div class="grid grid-cols-4 gap-6">' + nodes.map(tile).join('') + '</div>'
        : '<p class="py-12 text-center">Aucun résultat pour « ' + term + ' ». Essayez avec un autre mot.</p>';
      one('[data-bio]')?.addEventListener('click', () => again({ bio: bio ? '' : '1' }));
      const sort = one('[data-sort]');
      sort?.addEventListener('click', () => { sort.nextElementSibling.hidden = false; sort.setAttribute('aria-expanded', 'true'); });
      for (const option of all('[role=option]')) option.addEventListener('click', () => again({ tri: option.dataset.value }));
    });
  };

  routes.p = slug => ask('Product', { slug }).then(({ data: { product } }) => {
    let count = 1;
    draw(product.name, '<div class="grid grid-cols-2 gap-12"><img alt="' + product.name + '" src="data:," width="400" height="400"><div><h1 class="text-3xl">' + product.name + '</h1><p class="mt-2 text-xl">' + euro(product.cents) + '</p><p class="text-sm text-neutral-500">100 g, soit ' + euro(product.cents * 10) + ' / kg</p>'
      + '<div class="mt-6 inline-flex border"><button type="button" class="px-3" aria-label="Diminuer la quantité">–</button><span class="px-3" data-count>1</span><button type="button" class="px-3" aria-label="Augmenter la quantité">+</button></div><button type="button" class="mt-4 block bg-black px-8 py-3 text-white" data-add>Ajouter au panier</button></div></div>');
    const steps = all('[aria-label$="la quantité"]');
    steps.forEach((step, at) => step.addEventListener('click', () => { count = Math.max(1, count + (at ? 1 : -1)); one('[data-count]').textContent = count; }));
    const add = one('[data-add]');
    add.addEventListener('click', () => {
      add.textContent = 'Un instant…';
      ask('CartLinesAdd', { slug, count }).then(({ data: { cart, userErrors } }) => {
        add.textContent = 'Ajouter au panier';
        if (userErrors.length) return toast(userErrors[0].message);
        app.cart = cart;
        const link = one('header [href="/fr/panier"]');
        link.setAttribute('aria-label', 'Panier, ' + cart.count + ' articles');
        link.innerHTML = '<svg width="20" height="20"></svg><span class="absolute -top-1 rounded-full bg-black text-white text-xs">' + cart.count + '</span>';
        toast('Ajouté au panier <a href="/fr/panier" class="underline">Voir le panier</a>');
      });
    });
  });

  ask('Cart').then(({ data: { cart } }) => { app.cart = cart; });
  addEventListener('DOMContentLoaded', route);
})();
`;
