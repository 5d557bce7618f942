// What shops call their places, in seven languages: in addresses and in headings.
// All of it is matched against folded text: lower case, no accents, single spaces.

export const CART =
  'cart|basket|bag|winkelwag|winkelmand|mandje|warenkorb|panier|carrito|cesta|carrello|koszyk';
const ORDER = 'order|purchase|bestel|aankoop|einkauf|commande|achat|pedido|compra|ordine|acquist|zamow|zakup';
const THANKS = 'thank|bedank|dank|merci|gracias|grazie|dziek';

export const ADD_TO_CART = new RegExp(
  `\\b(add|toevoeg|ajouter|anadir|agregar|aggiungi|dodaj) .{0,60}(${CART})|(aan|\\b[ido]n|\\ben|\\bal|\\bau|\\bdo) .{0,14}(${CART})|^(add|toevoegen)$`,
);

/** One segment of a path without its dashes, from end to end: /bags and /basketball are no carts. The first row that fits
 * decides. */
export const SEGMENTS = {
  confirmation: `(${THANKS})(s|e|t|you|youpage|uj\\w*)?|(bestell?)?(confirm(ed|acion|ation)|bevestig\\w*|bestatig\\w*|conferma|potwierdz\\w*)(${ORDER})?\\w{0,4}|orderconfirm|received|completed?|success|finish(ed)?|(bestell)?(abgeschlossen|abschluss)|afgerond`,
  cart: `(view)?(${CART})((en)?(tje)?|dela\\w+)?`,
  checkout: `(onestep)?checkout\\w*|bestellvorgang|afreken\\w*|(${ORDER})(l?en|l?ing|lung|r|ienie)?|kass[ae]|caisse|pago|tramitar\\w*|cassa|payments?|betal(en|ing)|bezahl\\w*|zahlung\\w*|paiement|onepage`,
  search:
    'search(results?|page)?|zoek(en|resultaten)?|such(e|en|ergebnis\\w*)|recherche?r?|busca(r|dor)?|busqueda|ricerca|szukaj|wyszuk\\w*',
  login:
    '(log|sign)(in|on|up)|register|regist\\w*|inlog\\w*|anmeld\\w*|connexion|iniciarsesion|accedi|logowan\\w*',
  account: 'account\\w*|konto|compte|cuenta|profile?',
  help: 'help\\w{0,6}|faqs?|contact(us|form\\w*)?|support|\\w{0,7}services?|kontakt(formular)?|hilfe|aide|ayuda|aiuto|pomoc|returns?|retour\\w*|versand\\w*|shipping\\w*|deliver(y|ies)\\w*|verzend\\w*',
  store: 'storefinder|storelocator|stores|onzewinkels|winkels|filial\\w*|magasins|tiendas|negozi',
  product: 'p$|produ[ck]t\\w*|artikel|produit\\w*|prodott\\w*|items?',
  listing: 'c$|categor\\w*|kategor\\w*|collections?|catalog\\w*|listing|assortiment|sale',
  /** Where orders are only talked about. */
  other: 'blogs?|news\\w*|nieuws\\w*|subscri\\w*|reviews?',
};

/** @type {Array<[string, RegExp]>} */
export const HEADINGS = [
  [
    'search',
    /(search|found) result|results for|zoekresul|resultaten voor|suchergeb|ergebnisse|resulta\w+ (de|para|pour)|risultati|wyniki/,
  ],
  ['cart', new RegExp(`^(\\S+ ){0,2}(${CART})`)],
  [
    'checkout',
    /^(secure )?(checkout|afrekenen|kasse|zur kasse|paiement|tramitar|finalizar|pagamento|kasa)|^(\S+ )?(order|bestelling|bestellung|commande|ordine)$/,
  ],
];

/** "Thank you for your order", "Your order is confirmed". */
const ORDERED = new RegExp(
  `(${THANKS}).{0,30}(${ORDER})|(${ORDER}).{0,30}(confirm|receiv|placed|complet|geplaatst|ontvang|bevestig|eingegang|bestatig|recu|recib|ricevut|zlozon)`,
  'g',
);
/** It is not, or somebody asks. */
const NO_ORDER =
  /\b(not|how|what|where|niet|geen|hoe|waar|nicht|kein\w*|wie|wo|pas|comment|ou|no (se|ha)|como|donde|non|dove|nie|jak|gdzie)\b|n't\b/;
/** As far before the words as what turns them into their opposite may stand. */
const BEFORE = 25;

/** Whether a text says that an order was placed. @param {string} text folded */
export const saysOrdered = text =>
  [...text.matchAll(ORDERED)].some(({ 0: words, index }) => {
    const before = text.slice(Math.max(0, index - BEFORE), index).replace(/.*[.!?]/, '');
    return !NO_ORDER.test(before + words);
  });

export const THANKED = new RegExp(THANKS);

/** An order that has got its number: "Bestelnummer: 4711", "Order #4711", "numéro de commande 4711". */
export const ORDER_NUMBER = new RegExp(
  `(${ORDER})\\w{0,6} ?(n[ruo]|#|id\\b|ref)[^.!?\\d]{0,16}\\d|\\bn[ru]\\w* (d\\S+ ?)?(${ORDER})[^.!?\\d]{0,12}\\d`,
);

/** Thanks that are for something else. */
export const OTHER_THANKS = /\bsign|scri|news|nieuws|review|message|bericht|nachricht|mensaje|messaggio/;
