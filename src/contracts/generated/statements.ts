/* Generated from plugin/schemas/statements.json by "npm run generate". Do not edit. */

export const STATEMENTS = {
	"fallback": "en",
	"stop": ".",
	"vendor": {
		"company": "Smartsupp.com, s.r.o.",
		"vatId": "CZ03668681"
	},
	"languages": {
		"en": {
			"name": "English",
			"quoted": "Your personal data might be collected by us or 3rd parties, such as {company}, VAT ID {vatId}",
			"unnumbered": "Your personal data might be collected by us or 3rd parties, such as {company}",
			"unnamed": "Your personal data might be collected by us or 3rd parties",
			"own": "Your personal data might be collected by us"
		},
		"es": {
			"name": "Español",
			"quoted": "Sus datos personales pueden ser recogidos por nosotros o por terceros, como {company}, VAT ID {vatId}",
			"unnumbered": "Sus datos personales pueden ser recogidos por nosotros o por terceros, como {company}",
			"unnamed": "Sus datos personales pueden ser recogidos por nosotros o por terceros",
			"own": "Sus datos personales pueden ser recogidos por nosotros"
		},
		"it": {
			"name": "Italiano",
			"quoted": "I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti come ad es. {company}, VAT ID {vatId}",
			"unnumbered": "I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti come ad es. {company}",
			"unnamed": "I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti",
			"own": "I tuoi dati personali potrebbero essere raccolti da noi"
		},
		"pl": {
			"name": "Polski",
			"quoted": "Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty, takie jak {company}, VAT ID {vatId}",
			"unnumbered": "Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty, takie jak {company}",
			"unnamed": "Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty",
			"own": "Twoje dane osobowe mogą być zbierane przez nas"
		},
		"hu": {
			"name": "Magyar",
			"quoted": "Személyes adatait összegyűjthetjük mi vagy egy harmadik fél, például a {company}, HÉA-azonosító: {vatId}",
			"unnumbered": "Személyes adatait összegyűjthetjük mi vagy egy harmadik fél, például a {company}",
			"unnamed": "Személyes adatait összegyűjthetjük mi vagy egy harmadik fél",
			"own": "Személyes adatait összegyűjthetjük",
			"beforeVowel": [
				"a {company}",
				"az {company}"
			]
		}
	}
} as const;
