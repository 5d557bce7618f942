// What shops say in seven languages (English, Dutch, German, French, Spanish, Italian, Polish), as stems.
// All of it is matched against folded text: lower case, no accents, single spaces.
import { CART } from './places.js';

const THING =
  '(?:result|produ[ck]t|produit|prodott|items?\\b|match|arti[ck]|articul|ergebnis|treffer|risultat|wynik)\\w*';
const NO = "(?:no|not|n't|zero|geen|niet|keine?|nicht|aucune?|pas|sin|ningun[oa]?|nessun[oa]?|non|brak|nie)";
const FOUND = '(?:found|match|gevond|gefund|trouv|encontr|trovat|znalez|corresp)';

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

/** What a line of costs is for. @type {Record<string, RegExp>} */
export const COSTS = {
  subtotal:
    /sub-?tot|tussentot|zwischens|sous-tot|czesciow|\b(products|producten|artikelen|artikel|items|goods|waren|articles|articulos|productos|prodotti|produkty)\b/,
  total:
    /\b(total|totaal\w*|te betalen|gesamt\w*|summe|totale|razem|suma|do zaplaty)\b(?! (tax|btw|vat|mwst|tva|iva))/,
  shipping:
    /shipping|deliver|postage|verzend|bezorg|lever|versand|liefer|porto\b|livrais|frais de port|envio|entrega|spediz|consegna|dostaw|wysylk/,
  tax: /\b(tax\w*|vat|btw|mwst|ust|umsatzst\w*|tva|iva|podatek)\b/,
  fee: /\bfees?\b|surcharge|toeslag|servicekost|gebuhr|zuschlag|frais|recargo|tarifa|commission|supplement|oplat/,
  discount: /discount|coupon|voucher|korting|rabat|gutschein|remise|reduction|descuento|sconto|znizk/,
};

/** The whole of an amount: nothing is to be paid. */
export const FREE = /(^| )(free|gratis|kostenlos|kostenfrei|gratuit\w*|offert\w*|gratuito|darmow\w*|0 zl)$/;

/** What buttons say that send what was filled in. */
export const SENDS =
  /^(send|submit|save|continue|next|proceed|place|order|pay|confirm|complete|apply|log ?in|sign|register|create|subscribe|verder|volgende|verstuur|verzend|opslaan|bestel|betaal|bevestig|afronden|inlog|registr|aanmeld|toepassen|weiter|absenden|senden|speichern|kauf|zahl|jetzt|anmeld|einlosen|continuer|suivant|envoyer|enregistrer|valider|payer|command|appliquer|continuar|siguiente|enviar|guardar|pagar|comprar|aplicar|iniciar|continua|avanti|invia|salva|paga|acquista|applica|accedi|dalej|wyslij|zapisz|zaplac|kupuje|zamawiam|zaloguj|zastosuj)/;

export const RESETS =
  /reset|forgot|vergeten|vergess|zuruckset|herstel|oubli|reinitial|olvid|restablec|recuper|dimentic|reimpost|zapomn|przypomn/;
export const REGISTERS =
  /regist|sign-? ?up|create|nieuw account|account aanmaken|konto (anlegen|erstellen)|inscri|creer|crear|cuenta nueva|crea |iscri|zaloz|zarejestr/;
