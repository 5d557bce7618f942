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
  confirmation: `(${THANKS})(s|e|t|you|youpage|uj\\w*)?|(bestell?)?(confirm(ed|acion|ation)|bevestig\\w*|bestatig\\w*|conferma|potwierdz\\w*)(${ORDER})?\\w{0,4}|received|completed?|success|finish(ed)?|abgeschlossen|afgerond`,
  cart: `(view)?(${CART})((en)?(tje)?|dela\\w+)?`,
  checkout: `checkout\\w*|afreken\\w*|(${ORDER})(l?en|l?ing|lung|r|ienie)?|kass[ae]|caisse|pago|tramitar\\w*|cassa|payments?|betal(en|ing)|bezahl\\w*|zahlung\\w*|paiement|onepage`,
  search:
    'search(results?|page)?|zoek(en|resultaten)?|such(e|en|ergebnis\\w*)|recherche?r?|busca(r|dor)?|busqueda|ricerca|szukaj|wyszuk\\w*',
  login:
    '(log|sign)(in|on|up)|register|regist\\w*|inlog\\w*|anmeld\\w*|connexion|iniciarsesion|accedi|logowan\\w*',
  account: 'account\\w*|konto|compte|cuenta|profile?',
  help: 'help\\w{0,6}|faqs?|contact(us|form\\w*)?|support|\\w{0,7}services?|kontakt(formular)?|hilfe|aide|ayuda|aiuto|pomoc|returns?|retour\\w*|versand\\w*|shipping\\w*|deliver(y|ies)\\w*|verzend\\w*',
  store: 'storefinder|storelocator|stores|onzewinkels|winkels|filial\\w*|magasins|tiendas|negozi',
  product: 'p$|produ[ck]t\\w*|artikel|produit\\w*|prodott\\w*|items?',
  listing: 'c$|categor\\w*|kategor\\w*|collections?|catalog\\w*|listing|assortiment|sale',
};

/** @type {Array<[string, RegExp]>} */
export const HEADINGS = [
  [
    'confirmation',
    new RegExp(
      `(${THANKS}).{0,30}(${ORDER})|(${ORDER}).{0,30}(confirm|receiv|placed|complet|geplaatst|ontvang|bevestig|eingegang|bestatig|recu|recib|ricevut|zlozon)`,
    ),
  ],
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
