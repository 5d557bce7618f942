// A French shop of wines behind a tag manager: one page of script with addresses behind the #, a data layer of another name that
// is filled by the tag manager's shape and by gtag's, at the press and before the shop has answered; the address says little,
// failures are HTTP 500, and what the visitor sees of them are toasts.
import { html, json } from './serve.mjs';

const GOODS = [
  { id: 'W-1', name: 'Côtes du Rhône', cents: 1250 },
  { id: 'W-2', name: 'Chablis', cents: 1890 },
  { id: 'W-3', name: 'Sancerre', cents: 2100, gone: true },
];

const SCRIPT = `
const euro = cents => (cents / 100).toFixed(2).replace('.', ',') + ' €';
const by = what => document.querySelector(what);
const ask = (path, facts) => fetch('/rest/' + path, facts && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(facts) });
function gtag() { window.coucheDonnees.push(arguments); }
const say = (event, facts) => coucheDonnees.push({ event, ecommerce: { currency: 'EUR', ...facts } });
const item = one => ({ item_id: one.id, item_name: one.name, price: one.cents / 100, quantity: 1 });
let panier = [];
const toast = text => { by('#snack').textContent = text; by('#snack').hidden = false; setTimeout(() => { by('#snack').hidden = true; }, 4000); };
const sum = () => panier.reduce((all, one) => all + one.cents, 0);
const mini = () => { by('#combien').textContent = panier.length; };
const screens = {
  async v(id) {
    const one = await (await ask('vin?id=' + id)).json();
    say('view_item', { value: one.cents / 100, items: [item(one)] });
    by('#ecran').innerHTML = '<h1>' + one.name + '</h1><p>' + euro(one.cents) + '</p><div class="cta" role="button" tabindex="0">Ajouter au panier</div>';
    by('.cta').onclick = async () => {
      say('add_to_cart', { value: one.cents / 100, items: [item(one)] });
      const answer = await ask('panier', { id });
      if (!answer.ok) return toast('Désolé, ce vin est épuisé.');
      panier.push(one);
      mini();
    };
  },
  async r(words) {
    const found = await (await ask('vins?mot=' + words)).json();
    gtag('event', 'view_search_results', { search_term: decodeURIComponent(words), items: found.map(item) });
    by('#ecran').innerHTML = '<h1>Vins</h1>' + (found.length ? '<div class="rang">' + found.map(one =>
      '<div><a href="#/v/' + one.id + '"><img alt="" src="data:,"> ' + one.name + '</a> <em>' + euro(one.cents) + '</em></div>').join('') + '</div>' : '<p>Rien ici.</p>');
  },
  p() {
    say('view_cart', { value: sum() / 100, items: panier.map(item) });
    by('#ecran').innerHTML = '<h1>Votre panier</h1>' + panier.map(one => '<p>' + one.name + ' ' + euro(one.cents) + '</p>').join('') +
      '<p>Total <b>' + euro(sum()) + '</b></p><button type="button" id="passer">Passer commande</button>';
    by('#passer').onclick = () => { say('begin_checkout', { value: sum() / 100, items: panier.map(item) }); location.hash = '/c'; };
  },
  c() {
    by('#ecran').innerHTML = '<h1>Commande</h1><form id="f"><label>Courriel <input name="courriel"></label><label>Code postal <input name="cp"></label>' +
      '</form><p>Sous-total ' + euro(sum()) + '</p><p>Livraison ' + euro(690) + '</p><p>Total ' + euro(sum() + 690) +
      '</p><button form="f" id="payer">Payer</button>';
    by('#f').onsubmit = async event => {
      event.preventDefault();
      const answer = await ask('commande', Object.fromEntries(new FormData(by('#f'))));
      if (!answer.ok) return toast('Le paiement a échoué. Veuillez réessayer.');
      location.hash = '/m';
    };
  },
  m() {
    gtag('event', 'purchase', { transaction_id: 'C-77', value: String((sum() + 690) / 100), currency: 'EUR', items: panier.map(item) });
    by('#ecran').innerHTML = '<h1>Merci pour votre commande</h1><p>Total ' + euro(sum() + 690) + '</p>';
  },
};
function draw() {
  const [, screen = 'r', what = ''] = location.hash.split('/');
  screens[screen](what);
}
by('#loupe').onkeydown = event => { if (event.key === 'Enter') location.hash = '/r/' + encodeURIComponent(event.target.value); };
addEventListener('hashchange', draw);
draw();`;

export function wines() {
  let tries = 0;
  const page = () =>
    html(
      'fr',
      'Cave',
      `<script>window.coucheDonnees = [{ 'gtm.start': 1, event: 'gtm.js' }]</script><script async src="/gtm.js?id=GTM-1&l=coucheDonnees"></script>
      <header><a href="#/r/">Cave</a><input id="loupe" placeholder="Rechercher un vin"><a href="#/p" id="vers-panier">Panier <span id="combien">0</span></a></header>
      <div id="ecran"></div><div id="snack" class="snackbar toast" hidden></div><script>${SCRIPT}</script>`,
    );

  /** @type {import('./serve.mjs').Shop} */
  return ({ path, query, json: facts }) => {
    switch (path) {
      case '/gtm.js':
        return { type: 'text/javascript', body: '' };
      case '/rest/vins':
        return json(
          GOODS.filter(({ name }) => name.toLowerCase().includes(`${query.get('mot')}`.toLowerCase())),
        );
      case '/rest/vin':
        return json(GOODS.find(({ id }) => id === query.get('id')));
      case '/rest/panier':
        return GOODS.find(({ id }) => id === facts.id)?.gone
          ? json({ message: 'stock' }, 500)
          : json({ quantite: 1 }, 201);
      case '/rest/commande':
        return {
          ...(tries++ ? json({ numero: 'C-77' }) : json({ message: 'psp' }, 500)),
          after: 'submit checkout',
        };
      default:
        return page();
    }
  };
}
