// dutch-pages.js - the Dutch of the pages beside the way to an order: service, account, demonstration.

/** @type {Record<string, string>} */
export const DUTCH_PAGES = {
  // service
  Help: 'Hulp',
  'Orders of € 75 or more travel free. Below that we charge € 4.95, or € 9.95 for express.':
    'Bestellingen vanaf € 75 reizen gratis. Daaronder rekenen wij € 4,95, of € 9,95 voor spoed.',
  'Any word about your order is welcome, on working days from nine to five.':
    'Ieder woord over uw bestelling is welkom, op werkdagen van negen tot vijf.',
  'How can we help?': 'Hoe kunnen wij helpen?',
  'Which tent fits me?': 'Welke tent past bij mij?',
  'Count the sleepers, then add one for the bags. For bicycles take the lightest, for three weeks the tallest.':
    'Tel de slapers en doe er één bij voor de bagage. Neem voor de fiets de lichtste, voor drie weken de hoogste.',
  'How do I wash a down sleeping bag?': 'Hoe was ik een donzen slaapzak?',
  'Seldom, at thirty degrees, and dry it with two tennis balls until nothing clumps.':
    'Zelden, op dertig graden, en droog hem met twee tennisballen tot niets meer klontert.',
  'My zip is broken. What now?': 'Mijn rits is stuk. Wat nu?',
  'Send it to us. The workshop mends zips of any brand, and ours for nothing.':
    'Stuur hem op. De werkplaats herstelt ritsen van elk merk, en de onze voor niets.',
  'Ask a person': 'Vraag het een mens',
  To: 'Naar',
  Standard: 'Standaard',
  Express: 'Spoed',
  'two working days': 'twee werkdagen',
  'three working days': 'drie werkdagen',
  tomorrow: 'morgen',
  'in two days': 'over twee dagen',
  'Put it back in its box, dry and without sand.': 'Doe het terug in de doos, droog en zonder zand.',
  'Stick the label over the old one; it lies in the lid.':
    'Plak het etiket over het oude; het ligt in het deksel.',
  'Bring it to any parcel point. The money follows within a week.':
    'Breng het naar een pakketpunt. Het geld volgt binnen een week.',
  'This page does not exist': 'Deze pagina bestaat niet',
  'The path ends here, as paths do. These go on:':
    'Het pad houdt hier op, zoals paden doen. Deze gaan verder:',

  // account
  'Your account': 'Uw account',
  'Log in': 'Inloggen',
  'Log out': 'Uitloggen',
  Password: 'Wachtwoord',
  'Please log in to check out.': 'Log in om af te rekenen.',
  'This is a demonstration: any address and any password will do.':
    'Dit is een voorbeeld: elk adres en elk wachtwoord is goed.',
  'Continue without an account': 'Verder zonder account',
  'You are not logged in. What you keep for later stays in this browser.':
    'U bent niet ingelogd. Wat u bewaart, blijft in deze browser.',
  'You are logged in as {0}.': 'U bent ingelogd als {0}.',
  'Your last order': 'Uw laatste bestelling',
  'You have not ordered anything in this visit.': 'U hebt tijdens dit bezoek nog niets besteld.',
  'Order {0}, {1}: being packed.': 'Bestelling {0}, {1}: wordt ingepakt.',
  'Nothing yet. Press the heart beside a product.': 'Nog niets. Druk op het hartje bij een product.',

  // demonstration
  'Faults on command': 'Fouten op bestelling',
  'The ready surveys': 'De kant-en-klare enquêtes',
  'This shop can go wrong in the ways that real ones do. Switch a fault on, walk into it as a visitor would, and see what is noticed.':
    'In deze winkel kan misgaan wat in echte winkels misgaat. Zet een fout aan, loop ertegenaan zoals een bezoeker, en zie wat er wordt opgemerkt.',
  'On the way to a product': 'Op weg naar een product',
  'Product and cart': 'Product en winkelwagen',
  'No fault at all': 'Helemaal geen fout',
  'Should be noticed:': 'Hoort op te vallen:',
  nothing: 'niets',
  'The next page has it.': 'Vanaf de volgende pagina.',
  'Everything works again.': 'Alles werkt weer.',
  'Mend everything': 'Alles herstellen',
  'Begin anew: empty cart, no account, no faults': 'Opnieuw: lege winkelwagen, geen account, geen fouten',
  'Every search ends without a result.': 'Elke zoekopdracht eindigt zonder resultaat.',
  'Results come after four seconds behind a spinner.': 'Resultaten komen na vier seconden wachten.',
  'Any filter leaves an empty list, although its number promised products.':
    'Elk filter laat een lege lijst over, al beloofde het getal erbij producten.',
  'The offer on the home page leads to a page that is not there.':
    'De aanbieding op de startpagina leidt naar een pagina die er niet is.',
  'What is in the cart turns out to be sold out when one pays.':
    'Wat in de winkelwagen ligt, blijkt bij het betalen uitverkocht.',
  'Adding to the cart throws an error, and nothing is added.':
    'Toevoegen aan de winkelwagen geeft een scriptfout, en er komt niets bij.',
  'Every discount code is refused, WELCOME10 too.': 'Elke kortingscode wordt geweigerd, WELCOME10 ook.',
  'The checkout lets nobody in without an account.': 'Wie geen account heeft, kan niet afrekenen.',
  'The postcode is refused, whatever it is.': 'De postcode wordt geweigerd, wat het ook is.',
  'The payment step adds a service fee that no earlier page showed.':
    'Bij het betalen komen er servicekosten bij die nergens eerder stonden.',
  'The Pay button stays disabled although all is filled in.':
    'De betaalknop blijft uitgeschakeld, al is alles ingevuld.',
  'The Pay button does nothing at all.': 'De betaalknop doet helemaal niets.',
  'The bank declines, and the shop says so above the Pay button.':
    'De bank weigert, en de winkel zegt dat boven de betaalknop.',
  'A clock ticks on every page. It hides nothing, and nothing should come of it.':
    'Op elke pagina tikt een klok. Zij verbergt niets, en er hoort niets van te komen.',
};
