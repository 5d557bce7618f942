// What a form field is for, told from its attributes and its label in seven languages; never from its value.
import { fold } from './text.js';

/** Matched against folded text (no accents), first against what the field says in the browser's own words
 * (autocomplete, type). The order settles overlaps: "e-mail address" is no street, "promo code" no postcode,
 * "address-level2" a city. @type {Record<string, RegExp>} */
const WORDS = {
  password: /pass.?w|wachtw|mot.?de.?p|contras|haslo|kennw/,
  one_time_code: /\botp|one-?time|(sms|verif\w+).?code|\btan\b/,
  coupon:
    /coupon|promo|voucher|discount|korting|actiecode|gutsch|rabat|reduction|cupon|descuento|sconto|gift/,
  search: /search|zoek|\bsuch|recherch|\bbusca|cerca|szuka/,
  card: /card|\bcc\b|kaartn|karte|tarjeta|carte|\bcarta|karty|\bcv[cv]|expir|iban/,
  email: /e?-?mail|courriel|correo/,
  phone: /phone|\btel|mobi|movil|cellul|gsm/,
  postcode: /\bzip|post\w*.?code|plz|postl|code.?post|codigo.?post|\bcap\b|poczt/,
  quantity: /quanti|qty|aantal|menge|anzahl|cantidad|ilosc/,
  company: /company|organi|bedrijf|firm|societ|entrepr|empresa|aziend/,
  country: /country|\bland\b|\bpays|\bpais|paese|kraj/,
  city: /\bcity|level|town|plaats|\bstad|\bort\b|ville|ciudad|citta|miasto/,
  street: /street|ad+res|stra(ss|ß|at)|\brue\b|calle|\bvia\b|indiriz|ulica|direccion|huisn|hausn/,
  date: /\bb?da(te|y)|datum|birth|geb(oo|u)rt|naiss|fecha|nascita|urodz/,
  name: /na(am|me)|\bp?r?e?nom|apellido|imie|nazwis/,
};

/** @param {string} text @returns {string | undefined} */
function contentIn(text) {
  return Object.entries(WORDS).find(([, pattern]) => pattern.test(text))?.[0];
}

/** What fields were found to be. A password stays one, whatever "show password" makes of it.
 * @type {WeakMap<Element, string>} */
const known = new WeakMap();

/**
 * @param {{type?: string, autocomplete?: string, words?: string}} about
 * @returns {string} one of the CONTENT words
 */
export function contentFrom({ type = '', autocomplete = '', words = '' }) {
  const said = contentIn(autocomplete.replace('username', '')) || contentIn(type);
  if (said) return said;
  if (/radio|check|range|color/.test(type)) return 'choice';
  const spoken = fold(words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' '));
  const meant = contentIn(spoken.replace(/(user|gebruikers|benutzer) ?na(am|me)/g, ''));
  return meant || (/^select/.test(type) ? 'choice' : 'other');
}

/** @param {HTMLInputElement} field */
function describeContent(field) {
  const labels = [...(field.labels || [])].map(label => (label.textContent || '').slice(0, 80));
  const names = ['name', 'id', 'aria-label', 'placeholder', 'title'];
  return contentFrom({
    type: field.type,
    autocomplete: field.getAttribute('autocomplete') || '',
    words: [...names.map(name => field.getAttribute(name)), ...labels].join(' '),
  });
}

/** @param {Element} element @returns {string} one of the CONTENT words */
export function contentOf(element) {
  const field = /** @type {HTMLInputElement} */ (element);
  const content = (field.type !== 'password' && known.get(field)) || describeContent(field);
  known.set(field, content);
  return content;
}
