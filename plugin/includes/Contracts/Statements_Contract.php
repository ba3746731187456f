<?php
/**
 * Generated from plugin/schemas/statements.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** The privacy statement in five languages. "quoted" is carried word for word from the articles it comes from, without their quotation marks, with {company} and {vatId} in place of the company named there and its number; the Polish source doubles the label ("VAT ID: VAT ID"), here it stands once. "unnumbered" and "unnamed" are ours, cut from the same sentence: a company without a number, and a third party not named; "unnamed" is the beginning of the other two. "own" is ours: visits are recorded, and recordings stay on the site. "article" exchanges the Hungarian article: "az" before a company whose name begins with a vowel; none where the name begins with anything but a Hungarian letter and a small letter after it, for the article of numbers and of letters spelled out depends on how they are spoken. "stop" ends the text on the page; in the sources it stands outside the quotation. */
final class Statements_Contract {

	/** The rules; the same data that the browser has. */
	public const RULES = array(
		'fallback'  => 'en',
		'stop'      => '.',
		'vendor'    => array(
			'company' => 'Smartsupp.com, s.r.o.',
			'vatId'   => 'CZ03668681',
		),
		'languages' => array(
			'en' => array(
				'name'       => 'English',
				'quoted'     => 'Your personal data might be collected by us or 3rd parties, such as {company}, VAT ID {vatId}',
				'unnumbered' => 'Your personal data might be collected by us or 3rd parties, such as {company}',
				'unnamed'    => 'Your personal data might be collected by us or 3rd parties',
				'own'        => 'We record visits to this website: the pages you open, and how you move, click and scroll on them. Recordings may contain personal data. They are kept on the server of this website and are not passed on to third parties',
			),
			'es' => array(
				'name'       => 'Español',
				'quoted'     => 'Sus datos personales pueden ser recogidos por nosotros o por terceros, como {company}, VAT ID {vatId}',
				'unnumbered' => 'Sus datos personales pueden ser recogidos por nosotros o por terceros, como {company}',
				'unnamed'    => 'Sus datos personales pueden ser recogidos por nosotros o por terceros',
				'own'        => 'Grabamos las visitas a este sitio web: las páginas que abre y sus movimientos, clics y desplazamientos en ellas. Las grabaciones pueden contener datos personales. Se guardan en el servidor de este sitio web y no se ceden a terceros',
			),
			'it' => array(
				'name'       => 'Italiano',
				'quoted'     => 'I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti come ad es. {company}, VAT ID {vatId}',
				'unnumbered' => 'I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti come ad es. {company}',
				'unnamed'    => 'I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti',
				'own'        => 'Registriamo le visite a questo sito: le pagine che apri e i tuoi movimenti, clic e scorrimenti. Le registrazioni possono contenere dati personali. Sono conservate sul server di questo sito e non vengono comunicate a terzi',
			),
			'pl' => array(
				'name'       => 'Polski',
				'quoted'     => 'Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty, takie jak {company}, VAT ID {vatId}',
				'unnumbered' => 'Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty, takie jak {company}',
				'unnamed'    => 'Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty',
				'own'        => 'Nagrywamy wizyty w tej witrynie: otwierane strony, ruchy kursora, kliknięcia i przewijanie. Nagrania mogą zawierać dane osobowe. Są przechowywane na serwerze tej witryny i nie są przekazywane podmiotom zewnętrznym',
			),
			'hu' => array(
				'name'       => 'Magyar',
				'quoted'     => 'Személyes adatait összegyűjthetjük mi vagy egy harmadik fél, például a {company}, HÉA-azonosító: {vatId}',
				'unnumbered' => 'Személyes adatait összegyűjthetjük mi vagy egy harmadik fél, például a {company}',
				'unnamed'    => 'Személyes adatait összegyűjthetjük mi vagy egy harmadik fél',
				'own'        => 'Rögzítjük a webhelyen tett látogatásokat: a megnyitott oldalakat, a mutató mozgását, a kattintásokat és a görgetést. A felvételek személyes adatokat tartalmazhatnak. Ezeket a webhely kiszolgálóján tároljuk, és nem adjuk át harmadik félnek',
				'article'    => array(
					'quoted'      => 'például a {company}',
					'beforeVowel' => 'például az {company}',
					'none'        => 'például: {company}',
					'vowels'      => 'aáeéiíoóöőuúüű',
					'letters'     => 'aábcdeéfghiíjklmnoóöőprstuúüűvz',
				),
			),
		),
	);
}
