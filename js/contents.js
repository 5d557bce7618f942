// What a form field is for, told from its attributes and its label in seven languages; never from its value.
import { fold } from './text.js';

/** First hit wins: the browser's own vocabulary (autocomplete) comes before words. */
/** @type {Array<[string, RegExp]>} */
const AUTOCOMPLETE = [
  ['email', /email/],
  ['phone', /\btel/],
  ['password', /password/],
  ['one_time_code', /one-time/],
  ['card', /\bcc-/],
  ['company', /organi/],
  ['postcode', /postal/],
  ['city', /level/],
  ['street', /address/],
  ['country', /country/],
  ['date', /bday/],
  ['name', /name/],
];

/** Matched against folded text (no accents). The order settles overlaps: "e-mail address" is no street,
 * "search by name" no name, "promo code" no postcode. */
/** @type {Array<[string, RegExp]>} */
const WORDS = [
  ['password', /pass ?w|wachtwoord|mot.?de.?passe|contrasen|haslo|\bpwd|kennwort/],
  ['one_time_code', /\botp|one.?time|verifi\w+.?code|sms.?code|\btan\b/],
  [
    'coupon',
    /coupon|promo|voucher|discount|korting|actie.?code|gutschein|rabat|reduction|cupon|descuento|sconto|gift ?card|cadeau/,
  ],
  ['search', /search|zoek|\bsuch|recherch|busca|busqueda|\bcerca|ricerca|szuka/],
  [
    'card',
    /card|\bcc\b|kaart.?n|karte|tarjeta|\bcarte|\bcarta|karty|\bcv[vc]|expir|\biban|\bmm.?(yy|jj|aa|rr)/,
  ],
  ['email', /e?-?mail|courriel|correo/],
  ['phone', /phone|\btel\b|telef|mobi|handy|\bmovil|cellulare|\bgsm/],
  ['postcode', /\bzip|post.?(al )?code|\bplz|postleit|code.?postal|codigo.?postal|\bcap\b|pocztow/],
  ['quantity', /quantit|\bqty|aantal|\bmenge|anzahl|cantidad|ilosc/],
  ['company', /company|organi[sz]|bedrijf|\bfirm|societe|entreprise|empresa|azienda/],
  ['country', /country|\bland\b|\bpays|\bpais|paese|\bkraj/],
  [
    'street',
    /street|address?|adres|stra(ss|ß)e|\brue\b|calle|\bvia\b|indirizzo|ulica|direccion|house ?n|huisn|hausn/,
  ],
  ['city', /\bcity|town|plaats|\bstad|\bort\b|\bville|ciudad|citta|miasto|miejsc/],
  ['date', /\bdate|datum|birth|geboort|geburt|naissance|fecha|nascita|urodz/],
  ['name', /name|naam|\bnom\b|prenom|nombre|apellido|\bnome|cognome|\bimie|nazwisk/],
];

/** @type {Record<string, string>} what the type alone says */
const TYPES = {
  email: 'email',
  tel: 'phone',
  search: 'search',
  date: 'date',
  month: 'date',
  checkbox: 'choice',
  radio: 'choice',
  range: 'choice',
  color: 'choice',
};

/** Fields that were a password once stay one, whatever "show password" makes of them.
 * @type {WeakSet<Element>} */
const passwords = new WeakSet();

/**
 * @param {{type?: string, autocomplete?: string, words?: string, choice?: boolean}} about
 * @returns {string} one of the CONTENT words
 */
export function contentFrom({ type = '', autocomplete = '', words = '', choice = false }) {
  if (type === 'password') return 'password';
  const said = AUTOCOMPLETE.find(([, pattern]) => pattern.test(autocomplete));
  if (said) return said[0];
  if (TYPES[type]) return TYPES[type];
  const folded = fold(words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' '));
  const meant = WORDS.find(([, pattern]) => pattern.test(folded));
  if (meant) return meant[0];
  return choice ? 'choice' : 'other';
}

/** @param {Element} element @returns {string} one of the CONTENT words */
export function contentOf(element) {
  const field = /** @type {HTMLInputElement} */ (element);
  if (field.type === 'password') passwords.add(field);
  if (passwords.has(field)) return 'password';
  const labels = [...(field.labels || [])].map(label => (label.textContent || '').slice(0, 80));
  const attributes = ['name', 'id', 'aria-label', 'placeholder', 'title'].map(name =>
    field.getAttribute(name),
  );
  return contentFrom({
    type: field.type,
    autocomplete: field.getAttribute('autocomplete') || '',
    words: [...attributes, ...labels].join(' '),
    choice: /^select|checkbox|radio/.test(field.type),
  });
}

/** Remembers the passwords of a page before a "show" button can disguise them. @param {Document} document */
export function rememberPasswords(document) {
  for (const field of document.querySelectorAll('[type=password]')) passwords.add(field);
}

/** What a form is for, told from what its fields are for.
 * @param {string[]} contents CONTENT words of its fields @param {string} place where it stands
 * @returns {string} one of the FORM words */
export function formFor(contents, place) {
  const has = (/** @type {string} */ content) => contents.includes(content);
  if (has('search') && contents.length < 4) return 'search';
  if (has('coupon') && contents.length < 3) return 'coupon';
  if (has('street') || has('postcode') || has('card') || place === 'checkout') return 'checkout';
  if (has('password')) return 'login';
  if (has('quantity') || place === 'cart') return 'cart';
  return has('email') && contents.length < 4 ? 'newsletter' : 'other';
}
