// What shops say in seven languages, and what it means: places, counts, coupons, money, fields, steps.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { REPEAT_NAME } from '../../js/capture/traits.js';
import { contentFrom } from '../../js/contents.js';
import { stepFrom } from '../../js/shop/checkout.js';
import { costIn, lineIn } from '../../js/shop/costs.js';
import { answerIn } from '../../js/shop/coupon.js';
import { formFor } from '../../js/shop/forms.js';
import { moneyIn, totalIn } from '../../js/shop/money.js';
import { hardIn, paymentIn, pays } from '../../js/shop/payment.js';
import { placeOf } from '../../js/shop/place.js';
import { ADD_TO_CART } from '../../js/shop/places.js';
import { queryIn, quotedIn } from '../../js/shop/query.js';
import { countIn } from '../../js/shop/results.js';
import { stateIn } from '../../js/shop/state.js';
import { REMOVE, SCARCE, SOLD_OUT, SUCCEEDED, UNDELIVERABLE, WRONG } from '../../js/shop/words.js';
import { isGenerated } from '../../js/target.js';
import { fold } from '../../js/text.js';

/** @type {Record<string, string[]>} */
const PLACES = {
  home: ['/', '/nl/', '/en-gb', '/index.html', '/shop/'],
  search: [
    '/search.html?q=x',
    '/?s=tent',
    '/catalogsearch/result/?q=2',
    '/zoeken?zoekterm=x',
    '/suche/tasche',
  ],
  listing: [
    '/products',
    '/category.html',
    '/collections/tents',
    '/collections/bags',
    '/en/sale',
    '/c/tents',
    '/index.php?route=product/category&path=2',
  ],
  product: [
    '/products/tent',
    '/product.html?id=3',
    '/collections/tents/products/lark',
    '/p/1',
    '/produit/search-light',
    '/index.php?route=product/product&product_id=4',
  ],
  cart: [
    '/cart',
    '/checkout/cart',
    '/winkelwagen',
    '/warenkorb',
    '/mon-panier',
    '/koszyk',
    '/shopping-cart/',
    '/winkelwagentje',
    '/index.php?route=checkout/cart',
  ],
  checkout: [
    '/checkout',
    '/checkout-payment.html',
    '/afrekenen',
    '/kasse',
    '/caisse',
    '/checkout/onepage',
    '/cart/checkout',
    '/checkout/#shipping',
    '/index.php?controller=order',
    '/fr/commande',
    '/checkout/register',
    '/checkout/confirm',
  ],
  confirmation: [
    '/checkout/order-received/12',
    '/order/confirmation',
    '/bedankt',
    '/checkout/success',
    '/danke',
    '/nl/bevestiging-bestelling',
    '/checkout/finish',
  ],
  login: ['/account/login', '/sign-in', '/inloggen', '/anmelden'],
  store: ['/stores', '/store-finder', '/onze-winkels'],
  account: ['/my-account', '/mon-compte', '/konto/'],
  help: ['/faq', '/klantenservice', '/customer-service', '/contact', '/returns'],
  other: ['/about-us', '/merci-chocolate-250g', '/bags', '/basketball', '/kontaktlinsen', '/blog/2024'],
};

describe('places', () => {
  for (const [place, paths] of Object.entries(PLACES)) {
    for (const path of paths) test(`${path} is ${place}`, () => assert.equal(placeOf(path), place));
  }
  test('a heading tells where the path does not', () => {
    assert.equal(placeOf('/x', 'Bedankt voor uw bestelling!'), 'confirmation');
    assert.equal(placeOf('/x', 'Your shopping cart'), 'cart');
  });
  test('thanks for a subscription are no order', () =>
    assert.equal(placeOf('/x', 'Thank you for subscribing'), 'other'));
  test('the marks of shop systems tell a product', () =>
    assert.equal(placeOf('/lark', '', 'single-product'), 'product'));
  test('and a list', () => assert.equal(placeOf('/shop', '', 'post-type-archive-product'), 'listing'));
  test('/c and /p alone mean nothing', () => {
    assert.equal(placeOf('/#/p', 'Votre panier'), 'cart');
    assert.equal(placeOf('/#/c', 'Commande'), 'checkout');
  });
});

/** @type {Array<[text: string, expected: number | undefined]>} */
const COUNTS = [
  ['0 results for tent', 0],
  ['No results for “tent”', 0],
  ['There is no product that matches your search criteria', 0],
  ['We couldn’t find anything for tent', 0],
  ['Geen resultaten voor tent', 0],
  ['Geen producten gevonden', 0],
  ['Keine Ergebnisse für Zelt', 0],
  ['Leider wurden keine Produkte gefunden', 0],
  ['Aucun résultat pour tente', 0],
  ['No se encontraron resultados', 0],
  ['Nessun prodotto trovato', 0],
  ['Brak wyników dla namiot', 0],
  ['Nie znaleziono produktów', 0],
  ['24 results', 24],
  ['Showing 1–12 of 1,240 results', 1240],
  ['24 producten', 24],
  ['1.204 Artikel', 1204],
  ['36 résultats', 36],
  ['12 gevonden artikelen', 12],
  ['Results (24)', 24],
  ['100 results', 100],
  ['1 result for tent', 1],
  ['Tent € 20 product of the week', undefined],
  ['There are no products in your cart', undefined],
  ['Geen artikelen in je winkelwagen', undefined],
  ["Can't find what you need? Ask us", undefined],
  ['Not sure? Find a store', undefined],
];

describe('counts of results', () => {
  for (const [text, expected] of COUNTS) test(text, () => assert.equal(countIn(fold(text)), expected));
});

describe('queries in addresses', () => {
  for (const [address, expected] of [
    ['http://x/search?q=tent', 'tent'],
    ['http://x/?utm_source=a&zoekterm=rode+tent', 'rode tent'],
    ['http://x/search/red-tent', 'red tent'],
    ['http://x/search?q=', ''],
  ]) {
    test(address, () => assert.equal(queryIn(address), expected));
  }
});

describe('queries in headings', () => {
  for (const [heading, expected] of [
    ['Search results for “red tent”', 'red tent'],
    ['Zoekresultaten voor: "rode tent"', 'rode tent'],
    ['Suchergebnisse für „Zelt“', 'Zelt'],
    ['Résultats pour « tente »', 'tente'],
    ['Search results', ''],
  ]) {
    test(heading, () => assert.equal(quotedIn(heading), expected));
  }
});

/** @type {Array<[text: string, expected: string | undefined]>} */
const COUPONS = [
  ['This code is not valid', 'refused'],
  ['This coupon has already been used', 'refused'],
  ['You used coupon code “TEN”.', 'accepted'],
  ['U heeft couponcode "GROEN10" gebruikt.', 'accepted'],
  ['The coupon does not exist', 'refused'],
  ['This coupon cannot be applied to your order', 'refused'],
  ['Deze kortingscode is ongeldig', 'refused'],
  ['De code kan niet worden toegepast', 'refused'],
  ['Der Gutschein ist abgelaufen', 'refused'],
  ['Le code promo n’est pas valable', 'refused'],
  ['El código no es válido', 'refused'],
  ['Il codice sconto è scaduto', 'refused'],
  ['Kod rabatowy wygasł', 'refused'],
  ['Discount code applied', 'accepted'],
  ['Kortingscode toegepast', 'accepted'],
  ['Gutschein eingelöst', 'accepted'],
  ['Code promo appliqué', 'accepted'],
  ['Kod rabatowy został zastosowany', 'accepted'],
  ['Item added to your cart', undefined],
  ['One moment …', undefined],
];

describe('answers to a coupon', () => {
  for (const [text, expected] of COUPONS) test(text, () => assert.equal(answerIn(fold(text)), expected));
});

/** @type {Array<[text: string, cents: number | undefined, currency?: string]>} */
const AMOUNTS = [
  ['€ 1.234,56', 123456, 'EUR'],
  ['$1,234.56', 123456, 'USD'],
  ['12,-', 1200],
  ['1 234,56 zł', 123456, 'PLN'],
  ["CHF 1'234.50", 123450, 'CHF'],
  ['1.000 EUR', 100000, 'EUR'],
  ['€5', 500, 'EUR'],
  ['£0.99', 99, 'GBP'],
  ['24 results', undefined],
  ['Tracked 48 £3.95', 395, 'GBP'],
];

describe('money', () => {
  for (const [text, cents, currency] of AMOUNTS) {
    test(text, () => {
      const [money] = moneyIn(text);
      assert.deepEqual([money?.cents, money?.currency], [cents, currency]);
    });
  }
  for (const [text, cents] of [
    ['Subtotal € 10,00 Shipping € 2,50 Total (incl. VAT) € 12,50', 1250],
    ['Sub-total $10.00', undefined],
    ['Totaal 3 artikelen: € 30,00', 3000],
    ['Gesamtsumme 99,00 €', 9900],
    ['Total TTC : 1 049,90 €', 104990],
    ['Do zapłaty: 45,00 zł', 4500],
  ]) {
    test(`the total of "${text}"`, () => assert.equal(totalIn(String(text))?.cents, cents));
  }
});

/** @type {Record<string, string[]>} */
const COST_LINES = {
  total: [
    'Total €12.50',
    'Totaal € 12,50',
    'Order total $12.50',
    'Gesamtsumme 12,50 €',
    'Total (incl. VAT) €12.50',
    'Total (incl. €2.17 VAT) €12.50',
    'Total €12.50 (incl. €2.17 VAT)',
    'Total GBP £63.00',
    'Do zapłaty 12,50 zł',
  ],
  subtotal: [
    'Subtotal €10.00',
    'Sub total $10.00',
    'Tussentotaal € 10,00',
    'Zwischensumme 10,00 €',
    'Sous-total 10,00 €',
    'Artikelen (2) € 10,00',
  ],
  shipping: [
    'Delivery €4.95',
    'Delivery Free',
    'Verzendkosten Gratis',
    'Versand 4,95 €',
    'Livraison 4,95 €',
    'Envío 4,95 €',
    'Dostawa 14,95 zł',
  ],
  tax: ['VAT 21% €2.10', 'Total tax $2.10', 'Btw € 2,10', 'davon MwSt. 2,10 €'],
  fee: ['Service fee €12.50', 'Servicekosten € 1,50', 'Bearbeitungsgebühr 1,50 €'],
  discount: ['Discount −€5.00', 'Korting € 5,00'],
};

describe('lines of costs', () => {
  for (const [what, texts] of Object.entries(COST_LINES)) {
    for (const text of texts) test(text, () => assert.equal(lineIn(text)?.what, what));
  }
  test('what is free costs nothing, and is known to', () => assert.equal(lineIn('Delivery Free')?.cents, 0));
  test('a thing is no cost of its own', () => assert.equal(lineIn('2 × Steel mug €29.00')?.what, undefined));
  test('an amount without a name is not a line yet, a line with two is none', () => {
    assert.equal(lineIn('€12.50'), undefined);
    assert.equal(lineIn('Delivery €4.95 Total €17.45'), null);
  });
  test('the first word decides', () => assert.equal(costIn('shipping total'), 'shipping'));
});

/** @type {Record<string, string[]>} */
const FIELDS = {
  email: ['E-mailadres', 'Email address', 'Courriel'],
  phone: ['Telefoonnummer', 'Phone (optional)', 'Handy / Telefon'],
  postcode: ['Postcode', 'ZIP', 'PLZ', 'Code postal', 'Kod pocztowy'],
  street: ['Straatnaam', 'Straße', 'Street address', 'Rue', 'Indirizzo', 'Ulica'],
  city: ['Woonplaats', 'City', 'Ort', 'Ville', 'Città', 'Miasto'],
  name: ['Voornaam', 'Last name', 'Nachname', 'Nom', 'Apellidos', 'Imię'],
  coupon: ['Kortingscode', 'promoCode', 'Gutscheincode', 'Code promo', 'discount_code', 'Kod rabatowy'],
  card: ['cardNumber', 'Kaartnummer', 'CVC', 'Numéro de carte'],
  search: ['Zoeken', 'Search by name', 'Suche', 'Rechercher', 'Szukaj'],
  quantity: ['Aantal', 'qty', 'Quantity of Tent'],
  password: ['Wachtwoord', 'Mot de passe', 'Contraseña'],
  country: ['Land', 'Country', 'Pays'],
  other: ['Remarks', 'Island'],
};

describe('fields', () => {
  for (const [content, labels] of Object.entries(FIELDS)) {
    for (const words of labels)
      test(`"${words}" is ${content}`, () => assert.equal(contentFrom({ words }), content));
  }
  for (const [autocomplete, content] of [
    ['shipping street-address', 'street'],
    ['address-level2', 'city'],
    ['cc-number', 'card'],
    ['postal-code', 'postcode'],
    ['one-time-code', 'one_time_code'],
    ['current-password', 'password'],
    ['given-name', 'name'],
    ['tel', 'phone'],
  ]) {
    test(`autocomplete "${autocomplete}" is ${content}`, () =>
      assert.equal(contentFrom({ autocomplete }), content));
  }
  test('a type speaks before words', () =>
    assert.equal(contentFrom({ type: 'password', words: 'PIN' }), 'password'));
  test('a choice is one, unless it is a country', () => {
    assert.equal(contentFrom({ type: 'radio', words: 'PayPal' }), 'choice');
    assert.equal(contentFrom({ type: 'select-one', words: 'Size' }), 'choice');
    assert.equal(contentFrom({ type: 'select-one', words: 'Country' }), 'country');
  });
  test('a form is known by its fields', () => {
    assert.equal(formFor(['search'], 'home'), 'search');
    assert.equal(formFor(['email'], 'home'), 'newsletter');
    assert.equal(formFor(['email', 'password'], 'login'), 'login');
    assert.equal(formFor(['email', 'password', 'street'], 'other'), 'checkout');
    assert.equal(formFor(['coupon'], 'cart'), 'coupon');
    assert.equal(
      formFor(['email', 'password'], 'checkout'),
      'login',
      'who has an account may log in on the way',
    );
    assert.equal(formFor(['email', 'password', 'password'], 'login'), 'register');
    assert.equal(formFor(['name', 'email', 'password'], 'login'), 'register');
    assert.equal(formFor(['email', 'password'], 'login', 'form create an account'), 'register');
    assert.equal(formFor(['email'], 'login', 'forgot-password send'), 'password_reset');
    assert.equal(formFor(['password', 'password'], 'other', 'reset opslaan'), 'password_reset');
    assert.equal(formFor(['email'], 'login'), 'login', 'the address first, the password on the next page');
  });
});

describe('checkout', () => {
  for (const [path, headings, contents, step] of /** @type {Array<[string, string, string[], string]>} */ ([
    ['/checkout-payment.html', '', ['choice'], 'payment'],
    ['/checkout', 'adres', ['street', 'postcode'], 'delivery'],
    ['/checkout', 'wie bent u', ['email', 'name'], 'contact'],
    ['/checkout', '', ['email', 'street', 'card'], 'start'],
    ['/checkout/review', '', [], 'review'],
  ])) {
    test(`${path} with ${contents.join()} is ${step}`, () =>
      assert.equal(stepFrom(path, headings, contents), step));
  }
  for (const [text, phase] of [
    ['Your payment was declined', 'declined'],
    ['De betaling is geweigerd', 'declined'],
    ['Zahlung fehlgeschlagen', 'failed'],
    ['Paiement annulé', 'cancelled'],
    ['Thank you', undefined],
  ]) {
    test(String(text), () => assert.equal(paymentIn(fold(String(text))), phase));
  }
});

describe('pages that are not there', () => {
  for (const [text, state] of [
    ['This page does not exist', 'not_found'],
    ['404', 'not_found'],
    ['Pagina niet gevonden', 'not_found'],
    ['Seite nicht gefunden', 'not_found'],
    ['Page introuvable', 'not_found'],
    ['Nie znaleziono strony', 'not_found'],
    ['503 Service Unavailable', 'broken'],
    ['Er ging iets mis', 'broken'],
    ['Your wish list is empty', undefined],
    ['Thank you for your order', undefined],
  ]) {
    test(String(text), () => assert.equal(stateIn(fold(String(text))), state));
  }
});

describe('answers of a bank', () => {
  for (const [text, hard] of /** @type {Array<[string, number | undefined]>} */ ([
    ['Your card has expired', 1],
    ['This card was reported stolen', 1],
    ['Uw kaart is geblokkeerd', 1],
    ['Declined: insufficient funds', 0],
    ['Betaling geweigerd, probeer het later opnieuw', 0],
    ['Payment declined', undefined],
  ])) {
    test(text, () => assert.equal(hardIn(fold(text)), hard));
  }
});

/** @type {Array<[name: string, pattern: RegExp, yes: string[], no: string[]]>} */
const SAYINGS = [
  [
    'sold out',
    SOLD_OUT,
    [
      'Sorry, this has just been sold out.',
      'Niet meer leverbaar',
      'Leider ausverkauft',
      'En rupture de stock',
      'Producto agotado',
      'Prodotto esaurito',
      'Produkt niedostępny',
    ],
    ['In stock', 'Op voorraad', 'Only 2 left'],
  ],
  [
    'scarce',
    SCARCE,
    ['Only 3 left', 'ist leider nur noch 3 Mal verfügbar', 'Nog maar 2 op voorraad'],
    ['Only today', 'You can only add 3 of this item'],
  ],
  [
    'not delivered',
    UNDELIVERABLE,
    [
      'We do not deliver to this address',
      'Wij bezorgen hier niet',
      'No shipping methods available',
      'Wir liefern nicht in dieses Land',
    ],
    ['Delivery is free', 'Wij bezorgen morgen'],
  ],
  [
    'wrong',
    WRONG,
    [
      'Something went wrong',
      'Dit is niet gelukt',
      'Bitte wählen Sie eine Größe',
      'Veuillez choisir une taille',
      'Pole wymagane',
    ],
    ['One moment …', '24 results', 'Your delivery is free.'],
  ],
  [
    'done',
    SUCCEEDED,
    ['Added to your cart: Steel mug.', 'Toegevoegd aan winkelwagen', 'Wurde hinzugefügt', 'Article ajouté'],
    ['This code is not valid'],
  ],
];

describe('what shops say', () => {
  for (const [name, pattern, yes, no] of SAYINGS) {
    for (const text of yes) test(`"${text}" is ${name}`, () => assert.match(fold(text), pattern));
    for (const text of no) test(`"${text}" is not ${name}`, () => assert.doesNotMatch(fold(text), pattern));
  }
});

describe('buttons', () => {
  for (const name of [
    'Add to cart',
    'In winkelwagen',
    'In den Warenkorb',
    'Ajouter au panier',
    'Añadir al carrito',
    'Aggiungi al carrello',
    'Dodaj do koszyka',
  ]) {
    test(`"${name}" adds to the cart`, () => assert.match(fold(name), ADD_TO_CART));
  }
  for (const name of ['View cart', 'Add a note', 'Newsletter']) {
    test(`"${name}" does not`, () => assert.doesNotMatch(fold(name), ADD_TO_CART));
  }
  for (const name of ['Remove', 'Verwijder', 'Entfernen', 'Supprimer', 'Eliminar', 'Usuń', '×']) {
    test(`"${name}" removes`, () => assert.match(fold(name), REMOVE));
  }
  for (const name of [
    'Pay now',
    'Place order',
    'Nu betalen',
    'Zahlungspflichtig bestellen',
    'Payer',
    'Zapłać',
  ]) {
    test(`"${name}" pays`, () => assert.ok(pays(fold(name))));
  }
  for (const name of [
    'Continue to payment',
    'Verder naar betalen',
    'Back to delivery',
    'Payment method',
    'Ship to this address',
  ]) {
    test(`"${name}" pays nothing yet`, () => assert.ok(!pays(fold(name))));
  }
});

describe('repeated by design', () => {
  for (const name of [
    'Next',
    'Next slide',
    'Volgende',
    'Vorige afbeelding',
    'Weiter',
    'Suivant',
    'Siguiente',
    'Następny',
    '+',
    '−',
    '›',
  ]) {
    test(`"${name}" is`, () => assert.match(fold(name), REPEAT_NAME));
  }
  for (const name of ['Save and go to next step', 'sign-up', 'C++', 'Pay now', 'Add to cart', 'Context']) {
    test(`"${name}" is not`, () => assert.doesNotMatch(fold(name), REPEAT_NAME));
  }
});

describe('ids', () => {
  for (const id of [':r3:', 'css-1x2y', 'radix-:r1:', 'item-20241', 'headlessui-menu-1', 'a1b2c3']) {
    test(`${id} is generated`, () => assert.equal(isGenerated(id), true));
  }
  for (const id of ['pay', 'checkout-2', 'add-to-cart', 'h2', 'step1-name', 'main-menu']) {
    test(`${id} is somebody's`, () => assert.equal(isGenerated(id), false));
  }
});
