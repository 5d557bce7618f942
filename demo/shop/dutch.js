// dutch.js - the shop's sentences in Dutch; the key is the English sentence.

/** @type {Record<string, string>} */
export const DUTCH = {
  // frame
  'Skip to the content': 'Naar de inhoud',
  'Search the shop': 'Zoek in de winkel',
  Search: 'Zoeken',
  Cart: 'Winkelwagen',
  Categories: 'Categorieën',
  Language: 'Taal',
  'Buitenpost is a demonstration. Nothing is sold here and nothing will be sent.':
    'Buitenpost is een voorbeeldwinkel. Hier wordt niets verkocht en niets verstuurd.',
  'Delivery, returns and help': 'Bezorgen, retour en hulp',
  'This did not work. Please try again.': 'Dat is niet gelukt. Probeer het nog eens.',
  'Back to the shop': 'Terug naar de winkel',
  'Look around': 'Rondkijken',

  // home
  'Everything for outside': 'Alles voor buiten',
  'Everything for a night outside': 'Alles voor een nacht buiten',
  'Tested in the rain between Texel and Tromsø, sent from Zwolle.':
    'Getest in de regen tussen Texel en Tromsø, verstuurd vanuit Zwolle.',
  'Ten percent off everything with code WELCOME10. The offer ends in':
    'Tien procent korting op alles met code WELCOME10. De actie eindigt over',
  'See the tents': 'Bekijk de tenten',
  'Chosen for you': 'Voor u gekozen',

  // search and listing
  'What are you looking for?': 'Waar bent u naar op zoek?',
  'Searching …': 'Bezig met zoeken …',
  'No results for “{0}”': 'Geen resultaten voor “{0}”',
  'Check the spelling, or try a more general word.':
    'Controleer de spelling, of probeer een algemener woord.',
  '1 result for “{0}”': '1 resultaat voor “{0}”',
  '{0} results for “{1}”': '{0} resultaten voor “{1}”',
  '{0} products': '{0} producten',
  'This category does not exist': 'Deze categorie bestaat niet',
  'Sort by': 'Sorteer op',
  'Best match': 'Beste overeenkomst',
  'Lowest price first': 'Prijs oplopend',
  'Highest price first': 'Prijs aflopend',

  // product
  'This product does not exist': 'Dit product bestaat niet',
  'You are here': 'U bent hier',
  Size: 'Maat',
  'Size {0}': 'Maat {0}',
  'Add to cart': 'In winkelwagen',
  'Adding …': 'Toevoegen …',
  'Added to your cart: {0}.': 'Toegevoegd aan uw winkelwagen: {0}.',
  'View cart': 'Bekijk winkelwagen',
  'Keep for later': 'Bewaren voor later',
  'Kept for later': 'Bewaard voor later',
  Returns: 'Retour',
  'Ordered before nine in the evening, delivered in two working days.':
    'Voor negen uur ’s avonds besteld, binnen twee werkdagen bezorgd.',
  'You have thirty days to change your mind. Sending it back is free.':
    'U hebt dertig dagen bedenktijd. Terugsturen is gratis.',

  // cart
  'Your cart': 'Uw winkelwagen',
  'Your cart is empty.': 'Uw winkelwagen is leeg.',
  'Quantity of {0}': 'Aantal van {0}',
  'We sell at most {0} of these.': 'Wij verkopen er hiervan hoogstens {0}.',
  'One less': 'Eén minder',
  'One more': 'Eén meer',
  Remove: 'Verwijderen',
  Costs: 'Kosten',
  Products: 'Producten',
  Discount: 'Korting',
  Delivery: 'Bezorging',
  Free: 'Gratis',
  'Service fee': 'Servicekosten',
  Total: 'Totaal',
  'Discount code': 'Kortingscode',
  Apply: 'Toepassen',
  'Please enter a code first.': 'Vul eerst een code in.',
  'One moment …': 'Een ogenblik …',
  'This code is not valid.': 'Deze code is niet geldig.',
  'Discount code accepted: {0} percent off.': 'Kortingscode geaccepteerd: {0} procent korting.',
  'Continue to checkout': 'Verder naar afrekenen',

  // checkout
  Checkout: 'Afrekenen',
  'Checkout: contact': 'Afrekenen: contact',
  'Checkout: delivery': 'Afrekenen: bezorging',
  'Checkout: payment': 'Afrekenen: betaling',
  Contact: 'Contact',
  Payment: 'Betaling',
  'Who are you?': 'Wie bent u?',
  'E-mail address': 'E-mailadres',
  'First name': 'Voornaam',
  'Last name': 'Achternaam',
  'Phone (optional)': 'Telefoon (niet verplicht)',
  'Back to the cart': 'Terug naar de winkelwagen',
  'Continue to delivery': 'Verder naar bezorging',
  'Where shall we send it?': 'Waar mag het heen?',
  'Street and number': 'Straat en huisnummer',
  Postcode: 'Postcode',
  Town: 'Plaats',
  Country: 'Land',
  Netherlands: 'Nederland',
  Belgium: 'België',
  Germany: 'Duitsland',
  'How fast?': 'Hoe snel?',
  'Standard, two working days': 'Standaard, twee werkdagen',
  'Express, tomorrow (€ 9.95)': 'Spoed, morgen (€ 9,95)',
  'Back to contact': 'Terug naar contact',
  'Continue to payment': 'Verder naar betaling',
  'How would you like to pay?': 'Hoe wilt u betalen?',
  'Payment method': 'Betaalwijze',
  Card: 'Kaart',
  'Pay afterwards': 'Achteraf betalen',
  'Card number': 'Kaartnummer',
  'Valid until (month/year)': 'Geldig tot (maand/jaar)',
  'Security code': 'Beveiligingscode',
  'Back to delivery': 'Terug naar bezorging',
  'Pay now': 'Nu betalen',
  'Paying …': 'Bezig met betalen …',
  'Your payment was declined. Please try another way to pay.':
    'Uw betaling is geweigerd. Probeer een andere betaalwijze.',
  'Please fill in this field.': 'Vul dit veld in.',
  'Please enter an e-mail address like name@example.com.': 'Vul een e-mailadres in zoals naam@voorbeeld.nl.',
  'Please enter a postcode like 1234 AB.': 'Vul een postcode in zoals 1234 AB.',
  'Please enter the number on the front of your card.': 'Vul het nummer op de voorkant van uw kaart in.',
  'Please enter month and year like 09/29.': 'Vul maand en jaar in zoals 09/29.',
  'Please enter the three or four digits on the back.': 'Vul de drie of vier cijfers op de achterkant in.',

  // confirmation and help
  'Order confirmed': 'Bestelling bevestigd',
  'Thank you for your order': 'Bedankt voor uw bestelling',
  'Your order number is {0}. The total is {1}.': 'Uw bestelnummer is {0}. Het totaal is {1}.',
  'If this were a real shop, a confirmation would now be on its way to {0}.':
    'Was dit een echte winkel, dan was er nu een bevestiging onderweg naar {0}.',
  'There is no order here': 'Er is hier geen bestelling',
  Help: 'Hulp',
  'Orders of € 75 or more travel free. Below that we charge € 4.95, or € 9.95 for express.':
    'Bestellingen vanaf € 75 reizen gratis. Daaronder rekenen wij € 4,95, of € 9,95 voor spoed.',
  Questions: 'Vragen',
  'Any word about your order is welcome, on working days from nine to five.':
    'Ieder woord over uw bestelling is welkom, op werkdagen van negen tot vijf.',
};
