// What shops say in seven languages (English, Dutch, German, French, Spanish, Italian, Polish), as stems.
// All of it is matched against folded text: lower case, no accents, single spaces.

const CART = 'cart|basket|bag|winkelwag|winkelmand|mandje|warenkorb|panier|carrito|cesta|carrello|koszyk';
const ORDER = 'order|purchase|bestel|aankoop|einkauf|commande|achat|pedido|compra|ordine|acquist|zamow|zakup';
const THANKS = 'thank|bedank|dank|merci|gracias|grazie|dziek';
const THING =
  '(?:result|produ[ck]t|produit|prodott|items?\\b|match|arti[ck]|articul|ergebnis|treffer|risultat|wynik)\\w*';
const NO = "(?:no|not|n't|zero|geen|niet|keine?|nicht|aucune?|pas|sin|ningun[oa]?|nessun[oa]?|non|brak|nie)";
const FOUND = '(?:found|match|gevond|gefund|trouv|encontr|trovat|znalez|corresp)';

/** Stems of one path segment without its dashes, whole but for an ending. The first row that fits decides. */
export const SEGMENTS = {
  confirmation: `${THANKS}|confirm|received|complete|success|bevestig|bestatig|conferm|potwierdz`,
  cart: CART,
  checkout:
    'checkout|afreken|bestel|kass[ae]|caisse|commande|pago|tramitar|cassa|payment|betal|zahl|paiement|zamow',
  search: 'search|zoek|such|recherche|busca|busqueda|ricerca|szuka|wyszuk',
  login: '(log|sign)-?(in|on|up)|register|regist|inlog|anmeld|connexion|iniciarsesion|accedi|logowan',
  account: 'account|konto|compte|cuenta|profil',
  help: 'help|faq|contact|support|service|kontakt|hilfe|aide|ayuda|aiuto|pomoc|return|retour|versand|shipping|deliver|verzend',
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
  ['checkout', /^(secure )?(checkout|afrekenen|kasse|zur kasse|paiement|tramitar|finalizar|pagamento|kasa)/],
];

/** The shop says that it found nothing. A cart without products is another matter. */
export const ZERO = new RegExp(
  `(?:^|[^\\d.,])0 (?:\\w+ )?${THING}|\\b${NO} (?:\\w+ ){0,2}${THING}\\b(?!(?: \\w+){0,2} (?:${CART}))|` +
    `(?:${NO}|nothing|niets|nichts|rien|nada|nulla)(?: \\w+){0,4} ${FOUND}|could(?:n't| not) find`,
);

/** A number and what it counts; or the other way round: "Results (24)". A price before a name is no count. */
export const COUNT = new RegExp(
  `(?:^|[^\\d€$£,\\s] ?)(\\d[\\d.,]*)\\+? (?:\\w+ )?${THING}|${THING} ?[:(] ?(\\d[\\d.,]*)`,
);

const VALID =
  'valid|valab|geldig|gultig|found|exist|recogni|appl[iy]|accept|toegepast|herkend|gevond|gefund|eingelost|aplic|wazny|istnieje';
export const REFUSED = new RegExp(
  `invalid|ungultig|ongeldig|expir|verlop|abgelauf|caduc|scadut|wygas|unknown|wrong|incorrect|onjuist|falsch|bledn|` +
    `nieprawid|niewazn|introuv|inexist|bestaat niet|${NO} (\\w+ ){0,3}(${VALID})`,
);
export const ACCEPTED =
  /appli|accept|activat|added|toegepast|toegevoegd|ingewiss|eingelost|angewend|aktiviert|aplicad|anadid|aggiunt|zastosow|dodan|you save/;

export const ADD_TO_CART = new RegExp(
  `(add|aan|toevoeg|ajouter|anadir|agregar|aggiungi|dodaj|\\bin|\\ben|\\bal) .{0,14}(${CART})|^(add|toevoegen)$`,
);
export const REMOVE =
  /^[x×✕]$|remove|delete|verwijder|entfern|losch|supprim|retirer|eliminar?|quitar|rimuovi|usun/;
export const PAY =
  /\b(pay\b|buy|place|complete|confirm|betalen|afronden|bestelling|bestellen|zahlungspfl|kauf|bezahl|payer|command|pagar?\b|realizar|comprar|acquista|ordina|zaplac|kupuj|zamawiam)/;

/** How a payment went wrong. @type {Record<string, RegExp>} */
export const PAYMENT_ANSWERS = {
  cancelled: /cancel|geannul|abgebroch|annul|anulow/,
  declined: /declin|refus|reject|insuffic|geweiger|afgewez|abgelehn|rechaz|deneg|rifiut|odrzuc/,
  failed: /fail|not work|n't|could not|wrong|error|mislukt|fehl|echou|erreur|fall[io]|niepowod|blad/,
};

/** Headings and path segments of checkout steps. @type {Record<string, RegExp>} */
export const STEPS = {
  review: /review|overview|summary|controle|overzicht|ubersicht|prufen|recapit|resumen|riepilog|podsumow/,
  payment: /pay|betal|betaal|zahl|paie|pago\b|pagament|platnos/,
  delivery:
    /deliver|shipping|ad+res|bezorg|verzend|lever|versand|liefer|livrais|envio|entreg|spediz|consegna|dostaw/,
  contact: /contact|detail|personal|information|gegevens|kontakt|angaben|daten|coordonn|datos|dati|dane/,
};
