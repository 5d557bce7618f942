// domains.js - one visit over several domains of a shop: what goes along with a link to another one of them, and what came along with
// a visitor. The entry of dist/koord.domains.js, which is fetched with data-domains and consent only.

/** @typedef {import('./shelf.js').Shelf} Shelf */

const NAME = '_koord';
/** An address that is older was kept or sent to somebody else. */
const FRESH_MS = 120_000;
const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** Visitor, session, when it began, ordinal of the visit, when the link was pressed. */
const ALONG = new RegExp(`^(${UUID})\\.(${UUID})\\.(\\d{13})\\.(\\d{1,6})\\.(\\d{13})$`);

/** Goes on with the session that came along, as the visitor that this domain knows already or, if none, as the same one. The
 * secret stays where it was drawn. @param {Shelf} shared @param {number} wall Unix ms */
export function arrive(shared, wall) {
  const url = new URL(location.href);
  const [, visitor, session, started, visit, pressed] = ALONG.exec(url.searchParams.get(NAME) || '') || [];
  if (url.searchParams.has(NAME)) {
    url.searchParams.delete(NAME);
    history.replaceState(history.state, '', url);
  }
  if (!visitor || Math.abs(wall - +pressed) > FRESH_MS) return;
  const [known, , , , , asked = '', secret = ''] = shared.read().split('|');
  shared.write([known || visitor, visit, session, started, wall, asked, known ? secret : ''].join('|'));
}

/** @param {Shelf} shared @param {number} wall Unix ms @param {string} address @returns {string} */
function along(shared, wall, address) {
  const [visitor, visit, session, started] = shared.read().split('|');
  const url = new URL(address);
  url.searchParams.set(NAME, [visitor, session, started, visit, wall].join('.'));
  return url.href;
}

/**
 * @param {import('./page.js').Page} page @param {string[]} domains hosts of the shop's own @param {Shelf} shared
 * @param {() => number} wall Unix ms
 */
export function decorate(page, domains, shared, wall) {
  /** @param {string} address */
  const leads = address => {
    const { host } = new URL(address, location.href);
    return host !== location.host && domains.includes(host);
  };
  page.on(document, 'click auxclick', (_, leaf) => {
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (leaf?.closest('a[href]'));
    if (link && leads(link.href)) link.href = along(shared, wall(), link.href);
  });
  page.on(document, 'submit', ({ target: form }) => {
    if (form.method === 'post' && leads(form.action)) form.action = along(shared, wall(), form.action);
  });
}
