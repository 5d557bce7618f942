// A Dutch shop of herbs, all of it made on the server: a search by POST, a cart that is sent as a form, a checkout of three
// pages, faults marked by class names alone. It knows of no tracker, of no ARIA and of no script.
import { html, redirect } from './serve.mjs';

/** @typedef {import('./serve.mjs').Answer} Answer */

/** @type {Record<string, {name: string, cents: number, soldOut?: boolean}>} */
const GOODS = {
  'groene-thee': { name: 'Groene thee', cents: 595 },
  'zwarte-thee': { name: 'Zwarte thee', cents: 495 },
  'munt-thee': { name: 'Muntthee', cents: 450, soldOut: true },
  saffraan: { name: 'Saffraan', cents: 1250 },
};
const SHIPPING_CENTS = 350;
const euros = (/** @type {number} */ cents) => `€ ${(cents / 100).toFixed(2).replace('.', ',')}`;

export function herbs() {
  /** @type {Map<string, number>} */
  const cart = new Map();
  let notice = '';
  let declined = false;
  const things = () => [...cart].reduce((sum, [id, many]) => sum + GOODS[id].cents * many, 0);
  const many = () => [...cart.values()].reduce((sum, one) => sum + one, 0);

  /** @param {string} title @param {string} body */
  function page(title, body) {
    const said = notice;
    notice = '';
    return html(
      'nl',
      `${title} | De Kruidhof`,
      `<div id="top"><a href="/">De Kruidhof</a>
        <form method="post" action="/zoeken"><input name="zoekterm" placeholder="Waar zoekt u naar?"><button>Zoek</button></form>
        <a href="/winkelmand">Winkelmand <span class="badge">${many()}</span></a></div>
      <div id="content"><h1>${title}</h1>${said && `<div class="alert alert-danger">${said}</div>`}${body}</div>
      <div id="bottom"><a href="tel:+31201234567">Bel ons</a></div>`,
    );
  }
  /** @param {string[]} ids */
  const list = ids =>
    `<p>${ids.length} producten</p><div class="grid">${ids
      .map(
        id => `<div class="tegel"><a href="/artikel/${id}"><img alt="" src="data:,"> ${GOODS[id].name}</a>
          <span class="prijs">${euros(GOODS[id].cents)}</span></div>`,
      )
      .join('')}</div>`;
  const costs = (shipping = SHIPPING_CENTS) =>
    `<table class="kosten"><tr><td>Subtotaal</td><td>${euros(things())}</td></tr>
      <tr><td>Verzendkosten</td><td>${euros(shipping)}</td></tr>
      <tr><td>Totaal</td><td>${euros(things() + shipping)}</td></tr></table>`;
  const lines = () =>
    [...cart]
      .map(
        ([id, count]) => `<tr><td><a href="/artikel/${id}">${GOODS[id].name}</a></td>
          <td><input name="aantal-${id}" value="${count}"></td><td>${euros(GOODS[id].cents * count)}</td>
          <td><a class="weg" href="/winkelmand/verwijder?id=${id}">Verwijder</a></td></tr>`,
      )
      .join('');
  /** A field, with its fault if it has one. @param {string} name @param {string} label @param {string} [fault] @param {string} [value] */
  const field = (name, label, fault = '', value = '') =>
    `<div class="form-group"><label for="${name}">${label}</label>
      <input id="${name}" name="${name}" value="${value}" class="form-control${fault && ' is-invalid'}">
      ${fault && `<div class="invalid-feedback">${fault}</div>`}</div>`;
  /** @param {string} [fault] @param {string} [value] */
  const address = (fault, value) =>
    page(
      'Bezorgadres',
      `<form method="post" action="/afrekenen/bezorging">${field('straat', 'Straat en huisnummer', '', fault && 'Kade 1')}
        ${field('postcode', 'Postcode', fault, value)}${field('plaats', 'Plaats', '', fault && 'Zwolle')}<button>Verder</button></form>${costs()}`,
    );

  /** @type {Record<string, (question: import('./serve.mjs').Question) => Answer>} */
  const pages = {
    'GET /': () => page('Welkom', list(Object.keys(GOODS))),
    'POST /zoeken': ({ form }) => {
      const text = `${form.get('zoekterm')}`;
      const found = Object.keys(GOODS).filter(id => id.includes(text));
      return page(
        `Zoekresultaten voor “${text}”`,
        found.length ? list(found) : '<p>Er zijn geen producten gevonden.</p>',
      );
    },
    'POST /winkelmand/toevoegen': ({ form }) => {
      const id = `${form.get('id')}`;
      if (GOODS[id].soldOut) notice = 'Dit artikel is helaas uitverkocht.';
      else cart.set(id, (cart.get(id) ?? 0) + 1);
      return redirect(`/artikel/${id}`);
    },
    'GET /winkelmand': () =>
      page(
        'Uw winkelmand',
        cart.size
          ? `<form method="post" action="/winkelmand/bijwerken"><table>${lines()}</table><button>Bijwerken</button></form>
            ${costs()}<a href="/afrekenen/gegevens">Naar de kassa</a>`
          : '<p>Uw winkelmand is leeg.</p>',
      ),
    'POST /winkelmand/bijwerken': ({ form }) => {
      for (const id of [...cart.keys()]) cart.set(id, Number(form.get(`aantal-${id}`)));
      return { ...redirect('/winkelmand'), slow_ms: 900 };
    },
    'GET /winkelmand/verwijder': ({ query }) => {
      cart.delete(`${query.get('id')}`);
      return redirect('/winkelmand');
    },
    'GET /afrekenen/gegevens': () =>
      page(
        'Uw gegevens',
        `<form method="post" action="/afrekenen/gegevens">${field('naam', 'Uw naam')}${field('email', 'E-mailadres')}<button>Verder</button></form>`,
      ),
    'POST /afrekenen/gegevens': () => redirect('/afrekenen/bezorging'),
    'GET /afrekenen/bezorging': () => address(),
    'POST /afrekenen/bezorging': ({ form }) =>
      /^\d{4} ?[A-Z]{2}$/.test(`${form.get('postcode')}`)
        ? redirect('/afrekenen/betaling')
        : address('Vul een geldige postcode in.', `${form.get('postcode')}`),
    'GET /afrekenen/betaling': () =>
      page(
        'Betaalwijze',
        `<form method="post" action="/afrekenen/betaling"><label><input type="radio" name="wijze" value="ideal"> iDEAL</label>
          <label><input type="radio" name="wijze" value="kaart"> Creditcard</label><button>Bestelling plaatsen</button></form>${costs()}`,
      ),
    'POST /afrekenen/betaling': ({ form }) => {
      if (form.get('wijze') === 'ideal' || declined) return redirect('/bedankt');
      declined = true;
      notice = 'Uw kaart is geweigerd: onvoldoende saldo.';
      return redirect('/afrekenen/betaling');
    },
    'GET /bedankt': () => page('Bedankt voor uw bestelling', costs()),
  };

  /** @type {import('./serve.mjs').Shop} */
  return question => {
    const known = pages[`${question.method} ${question.path}`];
    if (known) return known(question);
    const product = GOODS[question.path.replace('/artikel/', '')];
    if (!product) return { ...page('Pagina niet gevonden', '<p>Helaas.</p>'), status: 404 };
    const id = question.path.replace('/artikel/', '');
    return page(
      product.name,
      `<p class="prijs">${euros(product.cents)}</p><form method="post" action="/winkelmand/toevoegen">
        <input type="hidden" name="id" value="${id}"><button>In winkelmand</button></form>`,
    );
  };
}
