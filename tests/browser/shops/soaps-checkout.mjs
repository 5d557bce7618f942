// Cart, three steps of checkout and thanks of soaps.mjs: addresses change, documents do not; mistakes are red text, nothing else.

export const SCRIPT = `
(() => {
  const { one, all, euro, ask, routes, go, draw, toast } = window.__maison;
  const app = window.__maison;

  const line = (name, value, kind = '') => '<div class="flex justify-between ' + kind + '"><span>' + name + '</span><span>' + value + '</span></div>';
  const sums = ({ sub, off, shipping, total }) => line('Sous-total', euro(sub)) + (off ? line('Remise (BIENVENUE10)', '- ' + euro(off)) : '') + (shipping ? line('Livraison', euro(shipping)) : line('Livraison', 'Calculée à l’étape suivante', 'text-neutral-500')) + line('Total', euro(total), 'text-lg font-semibold');

  const row = ({ slug, name, cents, count }) => '<li class="flex gap-4 border-b py-4" data-slug="' + slug + '"><img alt="" src="data:," width="80" height="80"><div class="grow"><a href="/fr/p/' + slug + '">' + name + '</a><div class="inline-flex border"><button type="button" class="px-2" data-by="-1" aria-label="Diminuer la quantité">–</button><span class="px-2">' + count + '</span><button type="button" class="px-2" data-by="1" aria-label="Augmenter la quantité">+</button></div></div><span>' + euro(cents * count) + '</span></li>';

  function drawCart(cart) {
    app.cart = cart;
    if (!cart.count) return draw('Panier', '<h1 class="text-3xl">Votre panier</h1><p>Votre panier est vide.</p>');
    draw('Panier', '<h1 class="text-3xl">Votre panier</h1><div class="grid grid-cols-3 gap-12"><ul class="col-span-2">' + cart.lines.map(row).join('') + '</ul><div><div class="space-y-2">' + sums(cart) + '</div><div class="mt-6"><label for="promo" class="text-sm">Code promo</label><div class="flex"><input id="promo" class="border px-3"><button type="button" class="border px-4" data-apply>Appliquer</button></div><p class="text-sm" data-promo></p></div><button type="button" class="mt-6 w-full bg-black py-3 text-white" data-on>Commander</button></div></div>');
    for (const button of all('[data-by]')) button.addEventListener('click', () => {
      const { slug } = button.closest('li').dataset;
      const { count } = app.cart.lines.find(one => one.slug === slug);
      ask('CartLinesUpdate', { slug, count: count + Number(button.dataset.by) }).then(({ data }) => data.userErrors.length ? toast(data.userErrors[0].message) : drawCart(data.cart));
    });
    one('[data-apply]').addEventListener('click', () => ask('CartDiscountCodesUpdate', { code: one('#promo').value }).then(({ data }) => {
      if (!data.userErrors.length) drawCart(data.cart);
      one('[data-promo]').className = data.userErrors.length ? 'text-sm text-red-600' : 'text-sm text-green-700';
      one('[data-promo]').textContent = data.userErrors[0]?.message ?? 'Votre code BIENVENUE10 a bien été pris en compte.';
    }));
    one('[data-on]').addEventListener('click', () => go('/fr/commande/coordonnees'));
  }
  routes.panier = () => ask('Cart').then(({ data }) => drawCart(data.cart));

  const field = ([id, label, type = 'text']) => '<div class="mt-4"><label for="' + id + '" class="block text-sm">' + label + '</label><input id="' + id + '" type="' + type + '" class="w-full border px-3 py-2"></div>';
  const STEPS = ['Coordonnées', 'Livraison', 'Paiement'];
  function drawStep(at, html, button) {
    draw('Commande', '<ol class="flex gap-6 text-sm">' + STEPS.map((name, n) => '<li class="' + (n === at ? 'font-semibold' : 'text-neutral-400') + '">' + name + '</li>').join('') + '</ol><div class="grid grid-cols-3 gap-12"><div class="col-span-2"><h1 class="text-2xl">' + STEPS[at] + '</h1>' + html + '<button type="button" class="mt-8 bg-black px-8 py-3 text-white" data-on>' + button + '</button></div><aside class="space-y-2 bg-neutral-50 p-6">' + sums(app.cart) + '</aside></div>');
  }
  function wrong(input, text) {
    input.classList.toggle('border-red-600', !!text);
    const holder = input.parentElement;
    one('.text-red-600', holder)?.remove();
    if (text) holder.insertAdjacentHTML('beforeend', '<p class="mt-1 text-sm text-red-600">' + text + '</p>');
    return !text;
  }
  const CHECKS = { mail: [/^\\S+@\\S+\\.\\S+$/, 'Cette adresse e-mail ne semble pas correcte.'], tel: [/^0\\d{9}$/, 'Indiquez un numéro à 10 chiffres.'], cp: [/^\\d{5}$/, 'Le code postal comporte 5 chiffres.'] };
  const check = input => wrong(input, !input.value.trim() ? 'Ce champ est requis.' : CHECKS[input.id] && !CHECKS[input.id][0].test(input.value) ? CHECKS[input.id][1] : '');
  const areFine = () => all('main input:not([type=radio])').map(check).every(Boolean);

  routes.commande = step => ask('Cart').then(({ data }) => {
    app.cart = data.cart;
    if (step === 'coordonnees') {
      drawStep(0, [['mail', 'E-mail', 'email'], ['prenom', 'Prénom'], ['nom', 'Nom'], ['tel', 'Téléphone', 'tel']].map(field).join(''), 'Continuer vers la livraison');
      one('[data-on]').addEventListener('click', () => { if (areFine()) go('/fr/commande/livraison'); });
    }
    if (step === 'livraison') {
      drawStep(1, [['rue', 'Adresse'], ['cp', 'Code postal'], ['ville', 'Ville']].map(field).join('') + '<div class="mt-6"><label><input type="radio" name="mode" value="colissimo" checked> Colissimo à domicile <span>4,90 €</span></label></div>', 'Continuer vers le paiement');
      one('[data-on]').addEventListener('click', () => { if (areFine()) ask('CheckoutShippingUpdate').then(() => go('/fr/commande/paiement')); });
    }
    if (step === 'paiement') {
      drawStep(2, '<div role="radiogroup" class="mt-4 space-y-2">' + [['cb', 'Carte bancaire'], ['paypal', 'PayPal']].map(([id, name]) => '<div role="radio" aria-checked="false" tabindex="0" class="cursor-pointer border p-4" data-method="' + id + '">' + name + '</div>').join('') + '</div><p class="mt-4 text-red-600" data-refused></p>', 'Payer ' + euro(app.cart.total));
      for (const method of all('[data-method]')) method.addEventListener('click', () => all('[data-method]').forEach(each => { each.setAttribute('aria-checked', String(each === method)); }));
      const pay = one('[data-on]');
      pay.addEventListener('click', () => {
        const label = pay.textContent;
        pay.textContent = 'Paiement en cours…';
        ask('CheckoutComplete', { method: one('[aria-checked=true]').dataset.method }).then(({ data: { order, userErrors } }) => {
          pay.textContent = label;
          if (userErrors.length) { one('[data-refused]').textContent = userErrors[0].message; return; }
          app.order = order;
          app.cart = { count: 0 };
          go('/fr/merci');
        });
      });
    }
  });

  routes.merci = () => draw('Merci', '<h1 class="text-3xl">Merci Claire, votre commande est confirmée</h1><p>Commande n° ' + app.order?.number + '</p><div class="mt-8 w-80 space-y-2">' + sums(app.order) .replace('>Total<', '>Total payé<') + '</div><a href="/fr" class="underline">Retour à la boutique</a>');
})();
`;
