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
  `invalid|ungultig|ongeldig|already|reeds|bereits|expir|verlop|abgelauf|caduc|scadut|wygas|unknown|wrong|incorrect|onjuist|falsch|bledn|` +
    `nieprawid|niewazn|introuv|inexist|bestaat niet|exist\\w* (nicht|pas)|${NO} (\\w+ ){0,3}(${VALID})`,
);
export const ACCEPTED =
  /appli|accept|activat|added|\bused|gebruik|verwendet|utilis|usado|utilizzat|uzyt|toegepast|toegevoegd|ingewiss|eingelost|angewend|aktiviert|aplicad|anadid|aggiunt|zastosow|dodan|you save/;

export const REMOVE =
  /^[x×✕]$|remove|delete|verwijder|entfern|losch|supprim|retirer|eliminar?|quitar|rimuovi|usun/;
export const PAY =
  /\bpay\b|\bbuy\b|(place|submit|complete|confirm|finish)\b.{0,16}(order|purchase|pay)|order now|betalen|afrekenen|(bestelling|aankoop).{0,8}(plaats|afrond|bevestig)|bestellen|zahlungspfl|kauf|bezahl|\bpayer|(valider|confirmer|passer).{0,14}(commande|paiement)|commander|\bpagar?\b|realizar.{0,10}pedido|comprar|(finalizar|confirmar).{0,12}(compra|pedido)|acquista|(conferma|invia).{0,10}ordine|ordina\b|zaplac|kupuj|zamawiam|zloz zamowienie/;

/** How a payment went wrong. @type {Record<string, RegExp>} */
export const PAYMENT_ANSWERS = {
  cancelled: /cancel|geannul|abgebroch|annul|anulow/,
  declined: /declin|refus|reject|insuffic|geweiger|afgewez|abgelehn|rechaz|deneg|rifiut|odrzuc/,
  failed:
    /fail|not work|n't|could not|wrong|error|mislukt|niet gelukt|fehl|echou|erreur|fall[io]|niepowod|nie powiod|blad/,
};
export const ABOUT_PAYMENT =
  /pay|cash|\bcard|visa|klarna|ideal|\bcod\b|rembours|nachnahme|bank|transaction|betaal|betal|kaart|zahl|karte|paie|carte|pago|tarjeta|carta\b|platnos|karta/;
/** Why a card was declined: trying it again is useless, or may help. */
export const HARD =
  /stolen|lost|expired|blocked|closed|invalid (card|number)|not supported|gestolen|verlopen|geblokkeerd|abgelaufen|gesperrt|expiree|vole|caducad|bloquead|scadut|bloccat|wygas|zablokow/;
export const SOFT =
  /insuffic|not enough|limit|later|try again|temporar|onvoldoende|saldo|opnieuw|deckung|erneut|spater|insuffis|reessay|plus tard|fondos|de nuevo|mas tarde|fondi|riprov|piu tardi|brak srodk|ponownie|pozniej/;
/** "Continue to payment" pays nothing yet. */
export const GOES_ON =
  /^(continue|next|proceed|go|to|back|verder|naar|volgende|terug|weiter|zur|zum|zuruck|continuer|suivant|retour|continuar|siguiente|volver|ir|continua|avanti|vai|indietro|dalej|przejdz|wroc) /;

/** Headings and path segments of checkout steps. @type {Record<string, RegExp>} */
export const STEPS = {
  review:
    /review|overview|summary|confirm|controle|overzicht|ubersicht|prufen|recapit|resumen|riepilog|podsumow/,
  payment: /pay|betal|betaal|zahl|paie|pago\b|pagament|platnos/,
  delivery:
    /deliver|shipping|ad+res|bezorg|verzend|lever|versand|liefer|livrais|envio|entreg|spediz|consegna|dostaw/,
  contact: /contact|detail|personal|information|gegevens|kontakt|angaben|daten|coordonn|datos|dati|dane/,
};

/** What a line of costs is for. @type {Record<string, RegExp>} */
export const COSTS = {
  subtotal:
    /sub[- ]?tot|tussentot|zwischens|sous[- ]tot|czesciow|\b(products|producten|artikelen|artikel|items|goods|waren|articles|articulos|productos|prodotti|produkty)\b/,
  total:
    /\b(total|totaal\w*|te betalen|gesamt\w*|summe|totale|razem|suma|lacznie|do zaplaty)\b(?! czesciowa)(?! (tax|btw|vat|mwst|tva|iva))/,
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

/** The shop could not do it. */
export const WRONG =
  /wrong|sorry|oops|fail|error|unable|could ?n[o']t|can ?n[o']t|try again|required|must |please (fill|enter|choose|select|check)|invalid|not valid|mislukt|helaas|opnieuw|verplicht|ongeldig|niet (gelukt|mogelijk|geldig)|vul .{0,30} in\b|kies een|fehl|leider|erneut|pflichtfeld|ungultig|bitte (gib|geben|wahl|fullen)|echou|erreur|reessay|obligatoire|veuillez|desole|obligatori|no se (pudo|puede)|por favor|lo sentimos|errore|riprov|spiacenti|blad|niestety|sprobuj|wymagan/;
/** It did. */
export const SUCCEEDED =
  /success|thank|added|saved|applied|accepted|welcome back|gelukt|bedankt|toegevoegd|opgeslagen|toegepast|erfolg|hinzugefugt|gelegt|gespeichert|danke|merci|ajoute|enregistre|applique|gracias|anadid|guardad|aplicad|grazie|aggiunt|salvat|dziek|dodan|zapisan|zastosow/;

/** A thing can no longer be had. */
export const SOLD_OUT =
  /sold out|out of stock|no longer available|(not|un)( currently)? ?available|uitverkocht|niet (meer )?(op voorraad|leverbaar|beschikbaar)|ausverkauft|nicht (mehr )?(verfugbar|lieferbar|vorratig|auf lager)|epuise|rupture de stock|indisponible|plus disponible|agotad|sin existencias|no disponible|esaurit|non (piu )?disponibil|wyprzedan|niedostepn|brak w magazynie/;
/** There are not so many of it: why it was refused, where it was. */
export const SCARCE =
  /(only|nur noch|nog maar|plus que|solo|tylko) (have |quedan )?\d+ .{0,30}(left|stock|verfugbar|lager|voorraad|beschikbaar|disponi|dostepn)/;
/** The shop does not deliver there, or not like this. */
export const UNDELIVERABLE =
  /(not|n't|cannot|unable to|do not) (deliver|ship)|no (shipping|delivery) (method|option)|(bezorgen|leveren|verzenden) .{0,24}niet|geen (verzend|bezorg)|(nicht|kein) .{0,24}(liefer|versand)|liefern? .{0,16}nicht|ne livrons pas|aucun mode de livraison|no (enviamos|realizamos envios)|no hay metodos de envio|non (spediamo|consegniamo)|nessun metodo di (spedizione|consegna)|nie (dostarczamy|wysylamy)|brak (metod|opcji) dostawy/;

/** Kept for another time. */
export const LATER =
  /wish|favou?rite|for later|verlang|favoriet|voor later|bewaar|wunsch|merken|merkzettel|fur spater|souhait|favori|plus tard|deseos|favorit|para (mas tarde|luego)|desideri|preferit|per dopo|ulubion|zycze|na pozniej/;
export const COMPARE = /\bcompar|vergelijk|vergleich|confront|porown/;

/** A control that puts a list into another order. */
export const SORTED = /\bsort|\border by|volgorde|sorteer|reihenfolge|\btri(er)?\b|ordenar|ordina|sortuj/;

/** A page that is not there. */
export const NOT_FOUND =
  /\b404\b|(page|product|item|file).{0,20}not found|not found$|does ?n[o']t exist|no longer exists|niet gevonden|bestaat niet|nicht gefunden|existiert nicht|introuvable|n'existe (pas|plus)|no encontrad|no existe|non trovat|non esiste|nie znalezion|nie istnieje/;
/** A page that failed. */
export const BROKEN =
  /\b(500|502|503|504)\b.{0,24}(error|gateway|unavailable|server|timeout)|(internal )?server error|bad gateway|service unavailable|something went wrong|er (is iets|ging iets) (mis|fout)|interner fehler|erreur (interne|serveur)|error (interno|del servidor)|errore (interno|del server)|blad serwera/;

export const STORES =
  /\bstores?\b|store-?(finder|locator)|winkels|filial|marktsuche|magasins|boutiques|tiendas|negozi|sklepy stacjonarne|salony/;
export const CHATS = /\bchat|whatsapp|messenger|live help/;
/** Whose address, and not how to deliver there. */
export const ABOUT_ADDRESS =
  /billing|invoice address|(same|different|other) .{0,16}address|factuuradres|(ander|zelfde) .{0,16}adres|rechnungsadr|(andere|gleiche|abweich).{0,16}adr|facturation|(autre|meme) adresse|facturacion|(otra|misma) direccion|fatturazione|(altro|stesso) indirizzo|(inny|ten sam) adres/;
export const ABOUT_DELIVERY =
  /deliver|shipping|pick-?up|courier|verzend|bezorg|lever|afhal|versand|liefer|abhol|livrais|retrait|envio|entrega|recogida|spediz|consegna|ritiro|dostaw|wysylk|odbior/;
