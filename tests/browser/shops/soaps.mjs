// A French shop for soap without a shop system's pages: one empty document, everything drawn by script, no form anywhere,
// every deed a POST to one GraphQL address that always answers 200.
import { SCRIPT as CHECKOUT } from './soaps-checkout.mjs';
import { SCRIPT as SHOP } from './soaps-script.mjs';

/** @typedef {{slug: string, name: string, cents: number, isBio: boolean, stock: number}} Soap */

/** @type {Soap[]} */
const SOAPS = [
  { slug: 'savon-noir', name: 'Savon noir à l’olive', cents: 1200, isBio: false, stock: 2 },
  { slug: 'savon-lavande', name: 'Savon à la lavande', cents: 690, isBio: true, stock: 40 },
  { slug: 'savon-alep', name: 'Savon d’Alep', cents: 920, isBio: true, stock: 40 },
  { slug: 'savon-marseille', name: 'Savon de Marseille', cents: 540, isBio: false, stock: 40 },
  { slug: 'savon-rose', name: 'Savon à la rose', cents: 750, isBio: true, stock: 40 },
  { slug: 'shampoing-ortie', name: 'Shampoing solide à l’ortie', cents: 990, isBio: true, stock: 40 },
];
const SHIPPING_CENTS = 490;

/** @param {string} tag */
const shell = tag =>
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Maison Garrigue</title><link rel="icon" href="data:,"><style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden}.fixed{position:fixed;inset:0 0 auto 0;background:#fff;z-index:9}.grid{display:flex;gap:1rem;flex-wrap:wrap}img{background:#cdd}.text-red-600{color:#c00}</style>${tag}<script src="/_next/static/chunks/main.js" defer></script><script src="/_next/static/chunks/commande.js" defer></script></head><body class="font-sans antialiased"><div id="__next"></div></body></html>`;

/** @param {string} tag @returns {import('./stranger.mjs').Shop} */
export function soaps(tag) {
  const state = { lines: new Map(/** @type {[string, number][]} */ ([])), hasCode: false, shipping: 0 };
  const cart = () => {
    const lines = SOAPS.filter(({ slug }) => state.lines.get(slug)).map(soap => ({
      ...soap,
      count: state.lines.get(soap.slug) ?? 0,
    }));
    const sub = lines.reduce((sum, { cents, count }) => sum + cents * count, 0);
    const off = state.hasCode ? Math.round(sub / 10) : 0;
    return {
      lines,
      sub,
      off,
      shipping: state.shipping,
      total: sub - off + state.shipping,
      count: lines.reduce((sum, { count }) => sum + count, 0),
    };
  };
  /** @param {string} [message] what GraphQL calls a user error */
  const answer = message => ({ data: { cart: cart(), userErrors: message ? [{ message }] : [] } });

  /** @param {Record<string, any>} variables */
  const search = ({ term, bio, order }) => {
    const found = SOAPS.filter(
      ({ name, isBio }) => name.toLowerCase().includes(String(term).toLowerCase()) && (!bio || isBio),
    );
    if (order === 'PRICE_ASC') found.sort((one, other) => one.cents - other.cents);
    return { data: { products: { totalCount: found.length, nodes: found } } };
  };
  /** @param {Record<string, any>} variables */
  const setLine = ({ slug, count }) => {
    const soap = SOAPS.find(one => one.slug === slug);
    if (!soap || count > soap.stock)
      return answer('Stock insuffisant : il ne reste que quelques exemplaires de ce produit.');
    state.lines.set(slug, count);
    return answer();
  };
  /** @type {Record<string, (variables: Record<string, any>) => unknown>} */
  const operations = {
    Search: search,
    Product: ({ slug }) => ({ data: { product: SOAPS.find(one => one.slug === slug) } }),
    Cart: () => answer(),
    CartLinesAdd: ({ slug, count }) => setLine({ slug, count: (state.lines.get(slug) ?? 0) + count }),
    CartLinesUpdate: setLine,
    CartDiscountCodesUpdate: ({ code }) => {
      state.hasCode = code === 'BIENVENUE10';
      return answer(state.hasCode ? '' : 'Ce code promo n’est pas valable.');
    },
    CheckoutShippingUpdate: () => {
      state.shipping = SHIPPING_CENTS;
      return answer();
    },
    CheckoutComplete: ({ method }) => {
      if (method === 'cb')
        return answer('Votre banque a refusé le paiement. Veuillez utiliser un autre moyen de paiement.');
      const order = { number: 'MG-20817', ...cart() };
      state.lines.clear();
      return { data: { order, userErrors: [] } };
    },
  };
  return ({ path, form }) => {
    if (path === '/api/graphql') {
      const { operationName, variables } = /** @type {any} */ (form);
      return { json: operations[operationName](variables) };
    }
    if (path.endsWith('main.js')) return { script: SHOP };
    if (path.endsWith('commande.js')) return { script: CHECKOUT };
    return path === '/' || path.startsWith('/fr') ? { html: shell(tag) } : null;
  };
}
