// What shops call their places, in seven languages, as stems: in addresses and in headings.
// All of it is matched against folded text: lower case, no accents, single spaces.

export const CART =
  'cart|basket|bag|winkelwag|winkelmand|mandje|warenkorb|panier|carrito|cesta|carrello|koszyk';
const ORDER = 'order|purchase|bestel|aankoop|einkauf|commande|achat|pedido|compra|ordine|acquist|zamow|zakup';
const THANKS = 'thank|bedank|dank|merci|gracias|grazie|dziek';

/** Stems of one path segment without its dashes, whole but for an ending. The first row that fits decides. */
export const SEGMENTS = {
  confirmation: `${THANKS}|confirm|received|complete|success|bevestig|bestatig|conferm|potwierdz`,
  cart: CART,
  checkout:
    'checkout|afreken|bestel|kass[ae]|caisse|commande|pago|pedido|tramitar|cassa|payment|betal|zahl|paiement|zamow',
  search: 'search|zoek|such|recherche|busca|busqueda|ricerca|szuka|wyszuk',
  login: '(log|sign)-?(in|on|up)|register|regist|inlog|anmeld|connexion|iniciarsesion|accedi|logowan',
  account: 'account|konto|compte|cuenta|profil',
  help: 'help|faq|contact|support|service|kontakt|hilfe|aide|ayuda|aiuto|pomoc|return|retour|versand|shipping|deliver|verzend',
  store: 'storefinder|storelocator|stores|onzewinkels|winkels|filial|magasins|tiendas|negozi',
  product: 'p$|produ[ck]t|artikel|produit|prodott|items?$',
  listing: 'c$|categor|kategor|collection|catalog|listing|assortiment|sale$',
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
