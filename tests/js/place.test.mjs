// Which page it is, told from the addresses and headings of many shop systems; and pages that only talk about orders.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeOf } from '../../js/shop/place.js';
import { ORDER_NUMBER, saysOrdered } from '../../js/shop/places.js';
import { fold } from '../../js/text.js';

/** @type {Record<string, Array<[path: string, heading: string]>>} */
const PAGES = {
  cart: [
    ['/index.php?route=checkout/cart', 'Shopping Cart'],
    ['/cart.php', 'Your Cart (2 items)'],
    ['/s/RefArch/cart', 'Your Cart'],
    ['/warenkorb.php', 'Warenkorb'],
    ['/website/index.php?Show=ShoppingCart', 'Uw winkelwagen'],
    ['/panier?action=show', 'Panier'],
    ['/carrito-de-compra', 'Carrito'],
    ['/carrello', 'Il tuo carrello'],
    ['/koszyk.html', 'Koszyk'],
  ],
  checkout: [
    ['/index.php?route=checkout/checkout', 'Checkout'],
    ['/s/RefArch/Checkout-Begin?stage=shipping#shipping', 'Checkout'],
    ['/commande', 'Informations personnelles'],
    ['/bestellvorgang.php', 'Rechnungsadresse'],
    ['/checkout_shipping.php', 'Versandinformationen'],
    ['/nl/checkout/', 'Bestellen'],
    ['/electronics-spa/en/USD/checkout/delivery-address', ''],
    ['/checkout/delivery', ''],
    ['/checkout/shipping-method', ''],
    ['/checkout/versand', 'Versandart wählen'],
    ['/checkout/account', 'Your details'],
    ['/checkout/register', 'Adresse'],
    ['/checkout/confirm', 'Bestellung prüfen'],
    ['/pedido/envio', 'Datos de envío'],
    ['/cart/shipping', 'Shipping'],
    ['/checkouts/cn/Z2NwLXVz/information', ''],
    ['/onestepcheckout/', ''],
    ['/finalizar-compra', 'Finalizar compra'],
    ['/zamowienie', 'Zamówienie'],
  ],
  login: [['/checkout/login', 'Log in']],
  confirmation: [
    ['/index.php?route=checkout/success', 'Your order has been placed!'],
    ['/checkout/order-confirmation', 'Thank you Ada!'],
    ['/s/RefArch/Order-Confirm', 'Thank You'],
    ['/confirmation-commande?id_cart=6&id_order=9', 'Votre commande est confirmée'],
    ['/bestellabschluss.php?i=4f3', 'Bestellabschluss'],
    ['/checkout_success.php', 'Ihre Bestellung ist eingegangen'],
    ['/nl/checkout/thankyou/', 'Bedankt voor je bestelling'],
    ['/electronics-spa/en/USD/order-confirmation', ''],
    ['/thank-you-page/9a7c', 'Thank you, Ada'],
    ['/checkouts/cn/Z2NwLXVz/thank-you', ''],
    ['/checkout/order-received/12/?key=wc_1', 'Order received'],
    ['/pages/thank-you', 'Thank you'],
    ['/checkout/finish', 'Vielen Dank'],
    ['/conferma-ordine', 'Grazie per il tuo ordine'],
    ['/potwierdzenie-zamowienia', 'Dziękujemy za zamówienie'],
    ['/pedido-confirmado', 'Gracias por tu compra'],
    ['/x/1234', 'Thank you for your purchase!'],
    ['/x/1234', 'Uw bestelling is geplaatst'],
    ['/x/1234', 'Vielen Dank für Ihre Bestellung'],
    ['/x/1234', 'Merci pour votre commande'],
    ['/x/1234', '¡Gracias por tu pedido!'],
    ['/x/1234', 'Grazie per il tuo acquisto'],
    ['/x/1234', 'Dziękujemy za zakupy'],
    ['/x/1234', 'Your order is confirmed'],
    ['/order/complete', ''],
    ['/orders/1001/thanks', ''],
  ],
  product: [['/index.php?route=product/product&product_id=43', 'MacBook']],
  other: [
    ['/fog-linen-chambray-towel/', 'Fog linen towel'],
    ['/nl/mok-blauw.html', 'Mok blauw'],
    ['/hommes/1-1-hummingbird-t-shirt.html', 'T-shirt colibri'],
    ['/Tasse-blau', 'Tasse blau'],
    ['/blog/how-to-checkout-faster', 'How to check out faster'],
    ['/blog/how-our-checkout-works', 'How our checkout works'],
    ['/blog/checkout', 'The checkout, explained'],
    ['/news/thank-you', 'Thank you for your order of merit'],
    ['/pages/order-confirmation-not-received', 'I have not received an order confirmation'],
    ['/newsletter/thank-you', 'Thank you for signing up'],
    ['/bedankt-voor-uw-bericht', 'Bedankt voor uw bericht'],
    ['/thank-you', 'Thank you for signing up'],
    ['/x', 'Where is my order confirmation?'],
    ['/x', 'Your order could not be placed'],
    ['/x', 'Uw bestelling is niet geplaatst'],
    ['/x', 'Ihre Bestellung wurde nicht bestätigt'],
    ['/x', 'Votre commande n’est pas confirmée'],
    ['/x', 'How to place an order and receive it'],
    ['/x', 'What happens after my order is placed?'],
    ['/merci-chocolate-250g', 'Merci chocolate'],
    ['/review/thank-you', 'Thank you for your review'],
    ['/subscribe/success', 'You are subscribed'],
    ['/email-confirmation', 'Your email is confirmed'],
  ],
  help: [
    ['/help/order-confirmation', 'Order confirmation'],
    ['/faq/checkout', 'Checkout'],
    ['/klantenservice/bestelling', 'Mijn bestelling'],
    ['/support/payment', 'Payment'],
    ['/hilfe/bestellung', 'Bestellung'],
    ['/aide/commande', 'Commande'],
    ['/help/where-is-my-order', 'Where is my order?'],
    ['/contact/bedankt', 'Bedankt voor uw bericht'],
  ],
  account: [
    ['/account/orders/1001', 'Order #1001'],
    ['/account/order/1001', 'Order #1001'],
    ['/my-account/view-order/12', 'Order #12'],
    ['/account/success', 'Your account was created'],
    ['/customer/account/confirmation', 'Confirm your account'],
  ],
};

describe('the pages of many systems', () => {
  for (const [place, pages] of Object.entries(PAGES))
    for (const [path, heading] of pages)
      test(`${path} "${heading}" is ${place}`, () => assert.equal(placeOf(path, heading), place));
});

describe('an order was placed', () => {
  for (const text of [
    'Thank you for your purchase',
    'Your order has been placed. Your card will not be charged before we ship.',
    'Do you not see it? Your order is confirmed',
    'Hartelijk bedankt voor je bestelling',
    'Ihre Bestellung ist eingegangen',
    'Merci pour votre achat',
    'Su pedido se ha recibido. Gracias por su compra',
    'Grazie per il tuo ordine',
    'Dziękujemy za złożenie zamówienia',
  ])
    test(text, () => assert.ok(saysOrdered(fold(text))));
});

describe('nothing was ordered', () => {
  for (const text of [
    'Your order was not received',
    'Your order couldn’t be completed',
    'How is my order confirmed?',
    'Uw bestelling is nog niet bevestigd',
    'Wo ist meine Bestellung eingegangen',
    'Votre commande n’est pas confirmée',
    'Su pedido no se ha recibido',
    'Il tuo ordine non è stato ricevuto',
    'Thank you for your message',
  ])
    test(text, () => assert.ok(!saysOrdered(fold(text))));
});

describe('numbers of orders', () => {
  for (const text of [
    'Order number: 10007',
    'Your order number is 118',
    'Order #1001',
    'Order ID 88',
    'Bestelnummer ORD00213',
    'Uw bestelnummer is: 000004711.',
    'Ihre Bestellnummer: B-10021',
    'Numéro de commande : 4711',
    'Número de pedido: 4711',
    "Numero d'ordine 4711",
    'Numer zamówienia: 4711',
  ])
    test(text, () => assert.match(fold(text), ORDER_NUMBER));
  for (const text of [
    'Free delivery on orders over 100',
    'Order before 23:00',
    'Order number will follow by mail',
  ])
    test(`none in: ${text}`, () => assert.doesNotMatch(fold(text), ORDER_NUMBER));
});
