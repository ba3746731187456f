<?php
/**
 * Generated from plugin/schemas/statements.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** The privacy statement in five languages. "quoted" is carried word for word from the articles it comes from, without their quotation marks, with {company} and {vatId} in place of the company named there and its number; the Polish source doubles the label ("VAT ID: VAT ID"), here it stands once. "unnumbered", "unnamed" and "own" are ours, cut from the same sentence: a company without a number, a third party not named, and recordings that stay on the site. "beforeVowel" exchanges an article before a company whose name starts with a vowel. "stop" ends the sentence on the page; in the sources it stands outside the quotation. */
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
				'own'        => 'Your personal data might be collected by us',
			),
			'es' => array(
				'name'       => 'Español',
				'quoted'     => 'Sus datos personales pueden ser recogidos por nosotros o por terceros, como {company}, VAT ID {vatId}',
				'unnumbered' => 'Sus datos personales pueden ser recogidos por nosotros o por terceros, como {company}',
				'unnamed'    => 'Sus datos personales pueden ser recogidos por nosotros o por terceros',
				'own'        => 'Sus datos personales pueden ser recogidos por nosotros',
			),
			'it' => array(
				'name'       => 'Italiano',
				'quoted'     => 'I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti come ad es. {company}, VAT ID {vatId}',
				'unnumbered' => 'I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti come ad es. {company}',
				'unnamed'    => 'I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti',
				'own'        => 'I tuoi dati personali potrebbero essere raccolti da noi',
			),
			'pl' => array(
				'name'       => 'Polski',
				'quoted'     => 'Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty, takie jak {company}, VAT ID {vatId}',
				'unnumbered' => 'Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty, takie jak {company}',
				'unnamed'    => 'Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty',
				'own'        => 'Twoje dane osobowe mogą być zbierane przez nas',
			),
			'hu' => array(
				'name'        => 'Magyar',
				'quoted'      => 'Személyes adatait összegyűjthetjük mi vagy egy harmadik fél, például a {company}, HÉA-azonosító: {vatId}',
				'unnumbered'  => 'Személyes adatait összegyűjthetjük mi vagy egy harmadik fél, például a {company}',
				'unnamed'     => 'Személyes adatait összegyűjthetjük mi vagy egy harmadik fél',
				'own'         => 'Személyes adatait összegyűjthetjük',
				'beforeVowel' => array(
					'a {company}',
					'az {company}',
				),
			),
		),
	);
}
