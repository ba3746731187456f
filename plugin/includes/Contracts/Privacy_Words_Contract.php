<?php
/**
 * Generated from plugin/schemas/privacy-words.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** Words in the names and labels of form fields that are never recorded, in en es it pl hu de fr pt nl cs sk ro sv da fi no. Compared with folded text: camelCase split, lower case, accents and separators removed. A file of its own: a recorder that records no inputs treats every field as sensitive and does not need it. */
final class Privacy_Words_Contract {

	/** The rules; the same data that the browser has. */
	public const RULES = array(
		'anywhere' => 'ablaufdatum|accesskey|accesstoken|accountnumber|adgangskode|adoazonosito|apikey|ausweisnummer|authcode|authenticationcode|authkey|authtoken|bankaccount|bankkartya|bankovniucet|bankovyucet|bankszamla|bankverbindung|bekraftelsekod|bestatigungscode|betalkort|beveiligingscode|bezpecnostnikod|bezpecnostnykod|biztonsagikod|burgerservice|cardcode|cardcv|cardexp|cardholder|cardno|cardnum|cardsec|cartadicredit|cartao|cartebancaire|cartedecredit|cccsc|cccv|ccexp|ccnum|cestovnipas|cestovnypas|cislokarty|cislokreditn|cislouctu|clientsecret|coddesecuritate|coddeverif|codedesecurite|codedeverif|codicedisicurezza|codicediverif|codicefiscale|codigodesegur|codigodeverif|codnumericpersonal|codsecuritate|comptebancaire|contabancaria|contbancar|contobancario|contocorrente|contrasen|cprnummer|creditcard|cryptogramme|csrf|cuentabancaria|debitcard|dowodosobist|dowoduosobist|driverslicen|drivinglicen|ellenorzokod|engangskod|expdate|expirationdate|expirydate|expmonth|expyear|fodselsnummer|fuhrerschein|henkilotunnus|heslo|hitelkartya|jelszo|kaartnummer|kartakredyt|kartennummer|kartyaszam|kartykredyt|kennwort|kertakayttokood|kodbezpiecz|kodeord|kodweryfik|kontobankow|kontokort|kontonummer|kortinnumero|kortnummer|korttinumero|kreditkaart|kreditkart|kreditkort|kreditnejkarty|losenord|luottokort|maidenname|maksukort|minhasenha|motdepasse|nationalid|nationalinsurance|nonce|numarcard|numarulcard|numerkarty|numerkonta|numerocarta|numerodecarte|numerodecompte|numerodeconta|numerodecuenta|numerodellacarta|numerodicarta|numerodiconto|obcanskyprukaz|obcianskypreukaz|onetimecode|onetimepass|overovaciekod|overovacikod|palavrachave|palavrapasse|pasaport|pasnummer|paspoort|passaporte|passaporto|passcode|passeport|passinnumero|passnummer|passord|passphrase|passport|passw|paszport|personalausweis|personnummer|platebnikart|platobnakart|privatekey|pruefziffer|prufziffer|recoveryphrase|reisepass|rekeningnummer|rodnecislo|routingnumber|sakerhetskod|salasana|secretquestion|securitesociale|securityanswer|securitycode|securityquestion|seedphrase|segurancasocial|seguridadsocial|senhade|sicherheitscode|sikkerhedskode|sikkerhetskode|smscode|socialinsurance|socialsecurity|sortcode|sozialversicherung|steuerid|steuernummer|szamlaszam|szemelyi|tarjeta|taxid|taxnumber|tilinumero|turvakood|twofactor|utlevel|vahvistuskood|verificatiecode|verificationcode|verifieringskod|wachtwoord|xsrf',
		'whole'    => '2fa|bic|bsn|cid|clave|cnp|code|cpf|cpr|csc|cvc|cvc2|cvn|cvv|cvv2|dni|ein|expiry|geheim|haslo|hetu|iban|itin|jwt|kartennr|kontonr|kortnr|mdp|mfa|nie|nif|nino|nip|otp|pan|parola|pass|passwd|pesel|pin|pswd|puk|pw|pwd|secret|secreto|segreto|sekret|senha|sin|ssn|swift|taj|tan|titkos|token|totp',
		'harmless' => 'area code|article code|bar code|code editor|code postal|code promo|color code|colour code|cookie secret|country code|coupon code|currency code|dial code|discount code|item code|language code|palabra clave|parola chiave|phone code|post code|postal code|product code|promo code|promotion code|qr code|referral code|region code|source code|state code|voucher code|zip code',
	);
}
