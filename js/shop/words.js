// What shops say in seven languages (English, Dutch, German, French, Spanish, Italian, Polish).
// All of it is matched against folded text: lower case, no accents, single spaces.

/** One path segment, whole. The first row that fits decides.
 * @type {Array<[string, RegExp]>} */
export const SEGMENTS = [
  [
    'confirmation',
    /^(thank-?s|thank-?you|(order-?)?(confirm\w*|received|complete[d]?|success)|bedankt|bevestig\w*|bestatigung|danke|merci|gracias|grazie|conferma|dziekuj\w*|potwierdzenie)$/,
  ],
  [
    'cart',
    /^((shopping)?-?(cart|basket|bag)|winkel(wagen|mand)(je)?|warenkorb|panier|carrito|cesta|carrello|koszyk)$/,
  ],
  [
    'checkout',
    /^((onepage-?)?checkouts?(-[\w-]+)?|afrekenen|bestellen|kass[ae]|caisse|commande|pago|tramitar|cassa|zamowienie|payment|betal\w+|zahlung|paiement|pagamento|platnosc)$/,
  ],
  [
    'search',
    /^((catalog)?-?search(-?results?)?|zoek\w*|such\w*|recherche|busca\w*|busqueda|ricerca|cerca|szukaj|wyszukiw\w*)$/,
  ],
  [
    'login',
    /^((log|sign)-?(in|on|up)|register|inloggen|registr\w+|aanmelden|anmeld\w+|connexion|iniciar-sesion|accedi|logowanie|rejestracja)$/,
  ],
  ['account', /^((my|mijn|mein|mon|mi)?-?(account|konto|compte|cuenta|profile?))$/],
  [
    'help',
    /^(help|faqs?|contact\w*|support|customer-?service|klantenservice|kundenservice|kontakt|hilfe|aide|ayuda|aiuto|pomoc|returns?|retour\w*|versand|shipping|delivery|verzend\w*|levering)$/,
  ],
  ['product', /^(products?|p|artikel|produ[ck]ty?e?n?|produits?|productos?|prodott[oi]|items?)$/],
  ['listing', /^(c|categor\w+|kategor\w+|collections?|catalog(ue)?|listing|assortiment|sale|all)$/],
];

/** @type {Array<[string, RegExp]>} */
export const HEADINGS = [
  [
    'confirmation',
    /\b(order|bestelling|bestellung|commande|pedido|ordine|zamowieni\w)\b.{0,30}(confirm|receiv|placed|complete|geplaatst|ontvangen|bevestigd|eingegangen|bestatigt|confirm|recu|recib|ricevut|przyjete|zlozone)|(thank|bedankt|danke|dank|merci|gracias|grazie|dziek).{0,30}(order|purchase|bestelling|aankoop|bestellung|einkauf|commande|achat|pedido|compra|ordine|acquisto|zamowien|zakup)/,
  ],
  [
    'search',
    /(search|found) results|results for|zoekresultat|resultaten voor|suchergebnis|ergebnisse (fur|zu)|resultats (de recherche|pour)|resultados (de|para)|risultati (di|della|per)|wyniki (wyszukiwania|dla)/,
  ],
  [
    'cart',
    /^(\S+ )?(shopping )?(cart|basket|bag|winkelwagen|winkelmand|warenkorb|panier|carrito|cesta|carrello|koszyk)\b/,
  ],
  [
    'checkout',
    /^(secure )?(checkout|afrekenen|kasse|zur kasse|paiement|tramitar pedido|finalizar compra|pagamento|kasa)\b/,
  ],
];

const THINGS =
  'results|products|items|matches|articles|resultaten|producten|artikelen|artikel[ns]?|ergebnisse|treffer|produkte|' +
  'resultats|produits|resultados|productos|articulos|risultati|prodotti|articoli|wynik(i|ow)|produkt(y|ow)|' +
  '(1|0|no|one|geen|kein|aucun|ningun|nessun|brak) (result|product|item|match|article|resultaat|ergebnis|produkt|resultat|produit|resultado|producto|risultato|prodotto|wynikow|produktow)';

/** The shop says that it found nothing. A cart without products is another matter. */
export const ZERO = new RegExp(
  `(^|[^\\d.,])0 (\\w+ )?(${THINGS})\\b|` +
    `\\b(no|zero|geen|keine?|aucune?|sin|ningun[oa]?|nessun[oa]?|brak) (\\w+ ){0,2}(results?|products?|items|matches|resulta\\w+|product(en)?|artikelen|ergebnis\\w*|treffer|produkte?|produits?|articles?|productos?|risultat\\w|prodott\\w|wynikow|produktow)\\b(?! (in|on|dans|en|nel|w) (\\w+ )?(cart|basket|bag|winkel|warenkorb|panier|carrito|cesta|carrello|koszyk))|` +
    '(nothing|not|niets|nichts|rien|nada|nulla|nie|niczego|no se) (\\w+ )?(found|find|gevonden|gefunden|trouve|encontr\\w+|trovato|znaleziono|znalezlismy)|' +
    "(no|not|n't|geen|kein\\w*|aucun\\w*) (\\w+ ){1,4}(match\\w*|gevonden|gefunden|trouve\\w*|correspond\\w*)|could(n't| not) find",
);

/** A number and what it counts; or the other way round: "Results (24)". */
export const COUNT = new RegExp(
  `(?:^|[^\\d.,€$£])(\\d[\\d.,]{0,8})\\+? (?:\\w+ )?(?:${THINGS})\\b|\\b(?:results|resultaten|ergebnisse|resultats|resultados|risultati|wyniki)[: (]{1,3}(\\d[\\d.,]*)`,
);

export const REFUSED =
  /invalid|not (valid|found|applicable|exist|recogni|accepted|appl)|n't (exist|valid|appl|be)|(could|can) ?not|unknown|expired|incorrect|wrong|ongeldig|niet (geldig|gevonden|toegepast|herkend|bekend)|bestaat niet|verlopen|onjuist|ungultig|abgelaufen|nicht (gultig|gefunden|eingelost|anwendbar)|falsch|non (valide|valable|valido)|invalide|expire|n'existe|introuvable|incorrecte?|invalido|no (es )?(valido|existe)|caducad|scadut|inesistente|nieprawidlow|niewazn|wygas|bledn|nie istnieje/;
export const ACCEPTED =
  /appl(ied|icato|icado|ique)|accepted|activated|added|toegepast|geaccepteerd|toegevoegd|ingewisseld|eingelost|angewendet|aktiviert|hinzugefugt|accepte|ajoute|aplicado|anadido|aggiunto|accettato|zastosowan|dodan|zaakceptowan|you saved?|discount of|korting van/;

export const ADD_TO_CART =
  /(add|in|to|aan|toevoegen|ajouter|anadir|agregar|aggiungi|dodaj|do|leg|en|au|al) .{0,14}(cart|basket|bag|winkelwagen|winkelmand\w*|mandje|warenkorb|panier|carrito|cesta|carrello|koszyka)|^(add|toevoegen|ajouter|anadir|aggiungi|dodaj)$|winkelwagen$/;
export const REMOVE =
  /^(x|×|✕|🗑)$|remove|delete|verwijder|entfern|losch|supprim|retirer|enlever|eliminar|quitar|rimuovi|elimina|usun/;
export const PAY =
  /\bpay\b|place (my )?order|complete (my )?(order|purchase)|buy now|confirm order|betalen|bestelling plaatsen|bestellen|afronden|zahlungspflichtig|jetzt (kaufen|bezahlen)|bezahlen|payer|commander|pagar|realizar pedido|comprar|paga\b|acquista|ordina|zaplac|zamawiam|kupuje/;

/** @type {Array<[string, RegExp]>} how a payment went wrong */
export const PAYMENT_ANSWERS = [
  ['cancelled', /cancel|geannuleerd|abgebrochen|storniert|annule|annullat|anulowan/],
  [
    'declined',
    /declin|refus|reject|insufficient|geweigerd|afgewezen|abgelehnt|rechazad|denegad|rifiutat|odrzucon|odmow/,
  ],
  [
    'failed',
    /fail|not (go|gone) through|could ?n.t|could not|went wrong|error|mislukt|misgegaan|fehlgeschlagen|fehler|echou|erreur|fallid|fallado|fallit|errore|niepowodzen|blad/,
  ],
];

/** @type {Array<[string, RegExp]>} headings and path segments of checkout steps */
export const STEPS = [
  [
    'review',
    /review|overview|summary|controleer|overzicht|ubersicht|prufen|recapitulatif|resumen|riepilogo|podsumowanie/,
  ],
  ['payment', /pay|betal|betaal|zahl|paie|pago\b|pagament|platnosc/],
  [
    'delivery',
    /deliver|shipping|address|bezorg|verzend|levering|adres|versand|liefer|livraison|envio|entrega|spedizione|consegna|dostawa/,
  ],
  [
    'contact',
    /contact|your details|personal|information|gegevens|kontakt|angaben|daten|coordonnees|datos|dati|dane/,
  ],
];
