// A German shop of lamps with a checkout of one page: a country chosen from a list at the end of the body, delivery that
// changes the sum, faults that come back inside HTTP 200 and are marked with ARIA, and an order button outside its form.
import { html, json } from './serve.mjs';

const SCRIPT = `
const euro = cents => (cents / 100).toFixed(2).replace('.', ',') + ' €';
const by = id => document.getElementById(id);
let shipping = 490;
function costs() {
  by('costs').innerHTML = '<li>Zwischensumme <b>' + euro(5900) + '</b></li><li>Versand <b>' + euro(shipping) +
    '</b></li><li>Gesamtsumme <b>' + euro(5900 + shipping) + '</b></li>';
}
by('country').onclick = () => {
  const box = document.createElement('div');
  box.setAttribute('role', 'listbox');
  box.innerHTML = '<div role="option">Deutschland</div><div role="option">Schweiz</div>';
  document.body.append(box);
  box.onclick = event => {
    by('country').textContent = event.target.textContent;
    box.remove();
    by('notice').innerHTML = event.target.textContent === 'Schweiz' ? '<p role="alert">Wir liefern nicht in die Schweiz.</p>' : '';
  };
};
by('speed').onchange = event => {
  shipping = event.target.value === 'express' ? 1290 : 490;
  setTimeout(costs, 50);
};
by('order').onsubmit = async event => {
  event.preventDefault();
  const facts = Object.fromEntries(new FormData(by('order')));
  const answer = await fetch('/api/bestellen', { method: 'POST', body: JSON.stringify(facts) }).then(a => a.json());
  for (const name of ['mail', 'plz']) {
    const fault = answer.errors && answer.errors[name];
    by(name).setAttribute('aria-invalid', String(!!fault));
    by(name + '-say').textContent = fault || '';
  }
  if (!answer.errors) location.href = '/kasse/danke';
};
costs();`;

/** @param {string} id @param {string} label */
const field = (id, label) =>
  `<div class="cell"><label for="${id}">${label}</label><input id="${id}" name="${id}" aria-invalid="false"><span id="${id}-say" role="alert"></span></div>`;

const CHECKOUT = `<main><h1>Kasse</h1><div id="notice"></div><form id="order" novalidate>
  ${field('mail', 'E-Mail-Adresse')}${field('strasse', 'Straße')}${field('plz', 'PLZ')}
  <div class="cell" aria-invalid="false"><span>Land</span><button type="button" id="country" aria-haspopup="listbox">Deutschland</button></div>
  <fieldset id="speed"><legend>Versandart</legend><label><input type="radio" name="art" value="post" checked> Post (4,90 €)</label>
    <label><input type="radio" name="art" value="express"> Express (12,90 €)</label></fieldset></form>
  <ul id="costs"></ul><button type="submit" form="order" id="buy">Zahlungspflichtig bestellen</button></main><script>${SCRIPT}</script>`;

export function lamps() {
  /** @type {import('./serve.mjs').Shop} */
  return ({ path, json: facts }) => {
    if (path === '/api/bestellen') {
      const errors = {
        ...(!/@/.test(facts.mail) && { mail: 'Bitte geben Sie eine gültige Adresse ein.' }),
        ...(!/^\d{5}$/.test(facts.plz) && { plz: 'Die Postleitzahl ist ungültig.' }),
      };
      return { ...json(Object.keys(errors).length ? { errors } : { ok: true }), after: 'submit checkout' };
    }
    if (path === '/kasse/danke')
      return html(
        'de',
        'Danke',
        '<main><h1>Vielen Dank für Ihre Bestellung</h1><p>Gesamtsumme 63,90 €</p></main>',
      );
    return html('de', 'Kasse', CHECKOUT);
  };
}
