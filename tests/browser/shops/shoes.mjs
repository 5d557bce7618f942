// An Italian shop of shoes, half server and half script: filters that are links, an order by a select that loads the page anew, a
// size that must be chosen first, steppers that write their field themselves, a code that is answered by HTTP 500 and told by a
// toast, and a payment at another house from which one comes back without having paid.
import { html, json, redirect } from './serve.mjs';

const SHOES = [
  { id: 'stivale', name: 'Stivale nero', cents: 12990, sizes: ['38', '39'] },
  { id: 'sandalo', name: 'Sandalo rosso', cents: 5990, sizes: ['37'] },
  { id: 'mocassino', name: 'Mocassino blu', cents: 8990, sizes: ['38'] },
];
const euro = (/** @type {number} */ cents) => `€ ${(cents / 100).toFixed(2).replace('.', ',')}`;

const SCRIPT = `
const by = what => document.querySelector(what);
const pop = text => { const box = document.createElement('div'); box.className = 'popup-notifica'; box.setAttribute('aria-live', 'polite');
  box.innerHTML = '<span>' + text + '</span>'; document.body.append(box); setTimeout(() => box.remove(), 5000); };
by('#ordine')?.addEventListener('change', event => { location.search = '?ordina=' + event.target.value; });
document.querySelectorAll('.passo').forEach(button => button.addEventListener('click', async () => {
  const field = by('#pezzi');
  field.value = Number(field.value) + Number(button.dataset.di);
  const { totale, pezzi } = await (await fetch('/api/riga', { method: 'PUT', body: JSON.stringify({ pezzi: field.value }) })).json();
  by('#totale').textContent = totale;
  by('.cart-count').textContent = pezzi;
}));
by('#applica')?.addEventListener('click', async () => {
  const answer = await fetch('/api/codice', { method: 'POST', body: JSON.stringify({ codice: by('#codice').value }) });
  pop(answer.ok ? 'Codice applicato' : 'Il codice sconto non è valido');
});`;

export function shoes() {
  let pieces = 0;
  let notice = '';
  const sum = () => pieces * SHOES[0].cents;

  /** @param {string} title @param {string} body */
  function page(title, body) {
    const said = notice;
    notice = '';
    return html(
      'it',
      title,
      `<header><a href="/">Passi</a> <a href="/carrello">Carrello <span class="cart-count">${pieces}</span></a></header>
        <main>${said && `<div class="avviso alert">${said}</div>`}<h1>${title}</h1>${body}</main><script>${SCRIPT}</script>`,
    );
  }

  /** @param {URLSearchParams} query */
  function list(query) {
    const size = query.get('taglia');
    const found = SHOES.filter(({ sizes }) => !size || sizes.includes(size));
    if (query.get('ordina') === 'prezzo') found.sort((a, b) => a.cents - b.cents);
    const filters = ['37', '38', '39'].map(one => `<a href="?taglia=${one}">${one}</a>`).join(' ');
    return page(
      'Scarpe',
      `<aside class="filtri"><p>Taglia</p>${filters}</aside>
        <select id="ordine" aria-label="Ordina per"><option>novità</option><option value="prezzo">prezzo</option></select>
        <p>${found.length} articoli</p><div>${found
          .map(
            one =>
              `<article><a href="/prodotti/${one.id}"><img alt="" src="data:,"><h3>${one.name}</h3></a><p class="price">${euro(one.cents)}</p></article>`,
          )
          .join('')}</div>`,
    );
  }

  /** @type {Record<string, (question: import('./serve.mjs').Question) => import('./serve.mjs').Answer>} */
  const pages = {
    '/categoria/scarpe': ({ query }) => list(query),
    '/carrello/aggiungi': ({ form }) => {
      if (!form.get('taglia')) {
        notice = 'Errore: seleziona una taglia';
        return redirect('/prodotti/stivale');
      }
      pieces++;
      return redirect('/carrello');
    },
    '/carrello': () =>
      page(
        'Il tuo carrello',
        `<div class="riga item"><a href="/prodotti/stivale">Stivale nero</a> <button type="button" class="passo" data-di="-1">−</button>
          <input id="pezzi" name="quantita" aria-label="Quantità" value="${pieces}" readonly><button type="button" class="passo" data-di="1">+</button></div>
          <p>Totale <b id="totale">${euro(sum())}</b></p><p><input id="codice" placeholder="Codice sconto"><button type="button" id="applica">Applica</button></p>
          <a class="vai" href="/cassa">Vai alla cassa</a>`,
      ),
    '/api/riga': ({ json: facts }) => {
      pieces = Number(facts.pezzi);
      return { ...json({ totale: euro(sum()), pezzi: pieces }), slow_ms: 900 };
    },
    '/api/codice': ({ json: facts }) => ({
      ...(facts.codice === 'ESTATE' ? json({}) : json({ eccezione: 'NullPointer' }, 500)),
      after: 'submit coupon',
    }),
    '/cassa': () =>
      page(
        'Cassa',
        `<form method="post" action="/cassa/conferma"><label>Indirizzo <input name="indirizzo"></label><label>CAP <input name="cap"></label>
          <label><input type="radio" name="pagamento" value="carta" checked> Carta</label> <label><input type="radio" name="pagamento" value="conto"> Conto</label>
          <p>Subtotale ${euro(sum())}</p><p>Spedizione gratuita</p><p>Totale ${euro(sum())}</p><button>Acquista ora</button></form>`,
      ),
    '/cassa/conferma': ({ form }) =>
      form.get('pagamento') === 'conto' ? redirect('/cassa?payment=cancelled') : redirect('/ordine-ricevuto'),
    '/ordine-ricevuto': () => page('Grazie per il tuo ordine', `<p>Totale ${euro(sum())}</p>`),
  };

  /** @type {import('./serve.mjs').Shop} */
  return question => {
    const known = pages[question.path];
    if (known) return known(question);
    const shoe = SHOES.find(({ id }) => question.path === `/prodotti/${id}`);
    if (!shoe) return { ...page('Pagina non trovata', ''), status: 404 };
    return page(
      shoe.name,
      `<p class="price">${euro(shoe.cents)}</p><form method="post" action="/carrello/aggiungi">
        <label>Taglia <select name="taglia"><option value="">–</option>${shoe.sizes.map(one => `<option>${one}</option>`)}</select></label>
        <button>Aggiungi al carrello</button></form>`,
    );
  };
}
