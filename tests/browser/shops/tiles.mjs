// A Spanish shop of tiles that writes for search engines: addresses without any word that tells what they are, JSON-LD with a graph
// beside microdata, prices with thousands; a checkout whose card is asked for in a frame of its own, and a bank that sends the
// visitor back with a word in the address.
import { html, json, redirect } from './serve.mjs';

const TILES = [
  { slug: 'azulejo-sevilla', name: 'Azulejo Sevilla', cents: 129900 },
  { slug: 'baldosa-hidraulica', name: 'Baldosa hidráulica', cents: 45000 },
];
const euros = (/** @type {number} */ cents) =>
  `${(cents / 100)
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/, '.')} €`;
/** @param {object} graph */
const ld = graph =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, graph] })}</script>`;

const ADD = `document.querySelector('#anadir').onclick = async () => {
  const answer = await (await fetch('/x/linea', { method: 'POST', body: '{}' })).json();
  document.querySelector('#aviso').innerHTML = answer.ok ? '<p>Añadido a tu cesta</p><a href="/tu-compra">Ver</a>' : '<p class="texto-error">Lo sentimos, producto agotado</p>';
};`;
const CARD = `<label>Número de tarjeta <input id="tarjeta" autocomplete="cc-number"></label>`;
const SUBMIT = `document.querySelector('#fin').onclick = async () => {
  document.querySelector('#fin').disabled = true;
  await fetch('/x/pedido', { method: 'POST', body: '{}' });
  location.href = '/banco';
};`;

export function tiles() {
  let refused = false;
  let sum = 0;
  const page = (/** @type {string} */ title, /** @type {string} */ body) =>
    html(
      'es',
      `${title} | Loza`,
      `<header><a href="/">Loza</a><form action="/encontrar"><input name="frase" aria-label="¿Qué buscas?"><button>Ir</button></form></header><main>${body}</main>`,
    );
  const money = (/** @type {string} */ name, /** @type {number} */ cents) =>
    `<dl><dt>${name}</dt><dd>${euros(cents)}</dd></dl>`;

  /** @type {Record<string, (question: import('./serve.mjs').Question) => import('./serve.mjs').Answer>} */
  const pages = {
    '/encontrar': ({ query }) => {
      const words = `${query.get('frase')}`.toLowerCase();
      const found = TILES.filter(({ name }) => name.toLowerCase().includes(words));
      return page(
        'Encontrar',
        `<h1>Resultados para “${words}”</h1>${ld({ '@type': 'ItemList', numberOfItems: found.length })}
          <ol>${found.map(one => `<li><a href="/${one.slug}"><img alt="" src="data:,">${one.name}</a> ${euros(one.cents)}</li>`).join('')}</ol>`,
      );
    },
    '/x/linea': () => {
      if (refused) return json({ ok: false });
      sum += TILES[0].cents;
      return json({ ok: true });
    },
    '/tu-compra': () =>
      page(
        'Tu compra',
        `<h1>Tu cesta</h1><p>Azulejo Sevilla</p>${money('Total', sum)}<a class="boton" href="/pedido/datos">Tramitar pedido</a>`,
      ),
    '/pedido/datos': () =>
      page(
        'Datos',
        `<h1>Finalizar compra</h1><div><label>Dirección <input name="dir"></label><label>Código postal <input name="cp"></label></div>
          <iframe id="marco" title="Pago seguro" srcdoc='${CARD}'></iframe>
          ${money('Subtotal', sum)}${money('Envío', 1500)}${money('Total', sum + 1500)}<button type="button" id="fin">Pagar ahora</button><script>${SUBMIT}</script>`,
      ),
    '/x/pedido': () => json({ ok: true }),
    '/banco': () => {
      refused = !refused;
      return redirect(refused ? '/pedido/datos?resultado=1&payment_status=declined' : '/gracias');
    },
    '/gracias': () =>
      page(
        'Gracias',
        `<h1>¡Gracias por tu pedido!</h1>${money('Total', sum + 1500)}${ld({ '@type': 'Order', orderNumber: 'L-9', price: ((sum + 1500) / 100).toFixed(2), priceCurrency: 'EUR' })}`,
      ),
  };

  /** @type {import('./serve.mjs').Shop} */
  return question => {
    const known = pages[question.path];
    if (known) return known(question);
    const one = TILES.find(({ slug }) => `/${slug}` === question.path);
    if (!one) return { ...page('No está', '<h1>Página no encontrada</h1>'), status: 404 };
    return page(
      one.name,
      `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">${one.name}</h1>
        <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR">
        <span itemprop="price" content="${(one.cents / 100).toFixed(2)}">${euros(one.cents)}</span></div></div>
        <button type="button" id="anadir">Añadir a la cesta</button><div id="aviso" role="status"></div><script>${ADD}</script>`,
    );
  };
}
