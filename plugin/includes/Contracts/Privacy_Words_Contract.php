<?php
/**
 * Generated from plugin/rules/privacy-words.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** Words in the names and labels of form fields that are never recorded, in en es it pl hu de fr pt nl cs sk ro sv da fi no. Compared with folded text: camelCase split, lower case, accents and separators removed. Whole and harmless ones may be patterns. Words of every day (nie, pan, sin, tan, ein) count only beside one that says what they are here. A file of its own: a recorder that records no inputs treats every field as sensitive and does not need it. */
final class Privacy_Words_Contract {

	/** The rules; the same data that the browser has. */
	public const RULES = array(
		'anywhere' => 'exp(?:iration|iry)?(?:date|month|year)|minhasenha|cuentabancaria|contabancaria|bankszamla|salasana|tarjeta|numerodecuenta|numerodeconta|numerkonta|numerodellacarta|numerodicarta|numerocarta|kartya|cardsec|cccsc|nationalid|steuerid|taxid|bekraftelsekod|biztonsagikod|ellenorzokod|engangskod|verifieringskod|sakerhetskod|turvakood|kertakayttokood|vahvistuskood|numarulcard|numarcard|debitcard|creditcard|kodeord|losenord|wachtwoord|passord|burgerservice|socialinsurance|nationalinsurance|nonce|senhade|cardcode|verificatiecode|onetimecode|authcode|verificationcode|beveiligingscode|bestatigungscode|smscode|passcode|sicherheitscode|sortcode|securitycode|sikkerhedskode|adgangskode|sikkerhetskode|codicefiscale|securitesociale|maidenname|cryptogramme|comptebancaire|cartebancaire|seedphrase|passphrase|recoveryphrase|palavrapasse|motdepasse|codsecuritate|coddesecuritate|codedesecurite|contocorrente|numerodecompte|numerodecarte|passaporte|palavrachave|coddeverif|codedeverif|codigodeverif|codicediverif|csrf|xsrf|bankverbindung|sozialversicherung|szemelyi|kodweryfik|kreditk|segurancasocial|seguridadsocial|codnumericpersonal|utlevel|szamlaszam|ccnum|cardnum|ablaufdatum|drivinglicen|driverslicen|authtoken|accesstoken|contrasen|fuhrerschein|secretquestion|securityquestion|cislokreditn|cartao|contobancario|heslo|rodnecislo|cardno|tilinumero|korttinumero|passinnumero|kortinnumero|adoazonosito|numerodiconto|passaporto|jelszo|ccexp|cardexp|contbancar|routingnumber|accountnumber|taxnumber|cardholder|pruefziffer|prufziffer|rekeningnummer|kartennummer|personnummer|kontonummer|steuernummer|cprnummer|pasnummer|ausweisnummer|fodselsnummer|passnummer|kaartnummer|kortnummer|securityanswer|twofactor|codicedisicur|codigodesegur|cestovnipas|cestovnypas|personalausweis|onetimepass|reisepass|henkilotunnus|bankovniucet|bankovyucet|clientsecret|cartedecredit|cartadicredit|bankaccount|platobnakart|platebnikart|betalkort|kontokort|luottokort|maksukort|paspoort|pasaport|passeport|passport|paszport|kennwort|dowodosobist|dowoduosobist|kartakredyt|kartykredyt|cislouctu|cccv|cardcv|kontobankow|passw|privatekey|authkey|apikey|accesskey|socialsecurity|(?:cislo|numer|nej)karty|obcianskypreukaz|obcanskyprukaz|kodbezpiecz',
		'whole'    => 'pass|pwd|pswd|passwd|pw|pin|puk|otp|totp|2fa|mfa|code|secret|secreto|segreto|geheim|sekret|titkos|token|jwt|mdp|clave|senha|parola|haslo|cvv|cvv2|cvc|cvc2|cvn|csc|cid|iban|bic|swift|ssn|nino|itin|dni|nif|cpf|pesel|nip|taj|cnp|bsn|cpr|hetu|expiry|kartennr|kontonr|kortnr|kod|codigo|codice|scadenza|vencimiento|caducidad|waznosci|lejarat|mm (?:yy|aa|rr){1,2}|(?:m|i|sms|push) ?tan|tan nummer|(?:numer[oa]?|number|card) (?:nie|pan|sin|ein|tan)|(?:nie|pan|sin|ein) num[a-z]+',
		'harmless' => '(?:kod|codigo|codice)(?: d[ei]l?)? (?:po[cs]|pro|rab|kup|cup|desc|scon|barr|pais|paes|qr)[a-z]*|(?:post|slev|zlav|promoc|kedvezm)[a-z]* kod|area code|source code|language code|article code|phone code|state code|dial code|referral code|postal code|item code|region code|promotion code|coupon code|promo code|zip code|bar code|voucher code|color code|qr code|colour code|product code|discount code|post code|currency code|country code|parola chiave|palabra clave|code postal|code promo|code editor|cookie secret',
	);
}
