// Amounts of money as shops write them: "€ 1.234,56", "$1,234.56", "12,-", "1 234,56 zł".

/** @type {Record<string, string>} */
const CURRENCIES = { '€': 'EUR', $: 'USD', '£': 'GBP', zł: 'PLN', zl: 'PLN' };
/** Signs and codes, as a pattern. */
export const SIGN = '[€$£]|zł|zl\\b|EUR|USD|GBP|CHF|PLN|SEK|DKK|NOK|CZK';
const NUMBER = "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+";
const AMOUNT = new RegExp(
  `(${SIGN})?\\s?(${NUMBER})(?:[.,](\\d{2}(?!\\d)|[-–]{1,2}))?(?:\\s?(${SIGN})(?!\\d))?`,
  'gi',
);

/** What stands before an order's total, but not before a subtotal; matched against text as it is written. */
const TOTAL =
  /(?:^|[^-\p{L}])(?:total|totaal|totaalbedrag|te betalen|gesamt\p{L}*|summe|totale|razem|łącznie|suma(?! częściowa)|do zapłaty)(?!\p{L})[^\d€$£]{0,40}(\d+ [^\d€$£]{0,20})?$/iu;

/** @typedef {{cents: number, currency: string | undefined, index: number}} Money */

/** Every amount in a text that has a currency or cents; a bare number is none.
 * @param {string} text @returns {Money[]} */
export function moneyIn(text) {
  return [...text.matchAll(AMOUNT)]
    .filter(([, before, , cents, after]) => before || after || cents)
    .map(found => {
      const [, before, whole, cents, after] = found;
      const sign = (before || after || '').toLowerCase();
      const units = +whole.replace(/\D/g, '');
      return {
        cents: units * 100 + (parseInt(cents, 10) || 0),
        currency: sign ? CURRENCIES[sign] || sign.toUpperCase() : undefined,
        index: found.index,
      };
    });
}

/** What stands in brackets explains an amount: "(incl. €2.17 VAT)". @param {string} text */
export const withoutBrackets = text => text.replace(/\([^()]{0,60}\)/g, '');

/** The last amount that a text calls the total. @param {string} page what it says @returns {Money | undefined} */
export function totalIn(page) {
  const text = withoutBrackets(page);
  const totals = moneyIn(text).filter(({ index }) => TOTAL.test(text.slice(Math.max(0, index - 60), index)));
  return totals[totals.length - 1];
}
