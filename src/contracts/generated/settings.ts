/* Generated from plugin/schemas/settings.json by "npm run generate". Do not edit. */

/**
 * What the owner chose. Stored in the option candid_settings; served and taken by /candid/v1/settings.
 */
export interface Settings {
/**
 * Whether visits are recorded. Off as installed: nothing is recorded before an owner turns it on.
 */
recording: boolean
/**
 * How visitors agree to being recorded. ask: Candid's own notice asks, and nothing is recorded before a yes. plugin: a consent plugin asks, and its answer is followed. without: visits are recorded without asking; the owner has stated that the law that holds for the site allows that. A site that stored no choice asks.
 */
consent: ("ask" | "plugin" | "without")
/**
 * Category of the WP Consent API under which a consent plugin asks for recordings.
 */
consent_category: ("functional" | "preferences" | "statistics-anonymous" | "statistics" | "marketing")
/**
 * What Global Privacy Control and Do Not Track mean, in every mode. obey: who sends one is not recorded. yes_wins: as obey, but a yes of the visitor to being recorded wins. ignore: nothing.
 */
privacy_signals: ("obey" | "yes_wins" | "ignore")
/**
 * Where Candid's notice stands. bar: along the lower edge of the window. corner: in its lower corner. inline: at the end of the page, as a part of the page.
 */
notice_place: ("bar" | "corner" | "inline")
/**
 * Colors of Candid's notice. theme: those of the theme.
 */
notice_colors: ("theme" | "light" | "dark")
/**
 * The owner's words for Candid's notice, by language. An empty text leaves Candid's own.
 * 
 * @maxItems 24
 */
notice_texts: {
/**
 * ISO 639 code, as a locale begins.
 */
language: string
title: string
text: string
accept: string
refuse: string
}[]
/**
 * Where recordings go. Empty: this site's own account. Else a Candid key (cnd_ and 32 letters or digits) or a Smartsupp key (40 hexadecimal digits).
 */
account_key: string
/**
 * Whether form inputs that are not sensitive are recorded. Off as installed.
 */
record_inputs: boolean
/**
 * How much of the page is shown. strict: all text masked, no media. balanced: text that looks personal masked. open: text as it is. Sensitive values are never recorded in any of them.
 */
preset: ("strict" | "balanced" | "open")
/**
 * Visitors who are logged in and do not work on the site. skip: not recorded. mask: recorded with all text masked, as installed. same: recorded like everybody.
 */
logged_in: ("skip" | "mask" | "same")
/**
 * CSS selectors of elements that are never recorded. The pattern keeps out what could leave the page's JSON or a style sheet; whether a text is a selector is for browsers to say: a visitor's browser that cannot parse one records nothing.
 * 
 * @maxItems 50
 */
blocked_selectors: string[]
/**
 * Query keys kept in recorded addresses beside the built-in harmless ones.
 * 
 * @maxItems 50
 */
allowed_query_keys: string[]
}

export const SETTINGS_DEFAULTS: Settings = {
	"recording": false,
	"consent": "ask",
	"consent_category": "statistics",
	"privacy_signals": "obey",
	"notice_place": "bar",
	"notice_colors": "theme",
	"notice_texts": [],
	"account_key": "",
	"record_inputs": false,
	"preset": "balanced",
	"logged_in": "mask",
	"blocked_selectors": [],
	"allowed_query_keys": []
};

export const SETTINGS_LISTS = {
	"blocked_selectors": {
		"maxItems": 50,
		"maxLength": 200,
		"pattern": "^[^<{}\\x00-\\x1F\\x7F]*$"
	},
	"allowed_query_keys": {
		"maxItems": 50,
		"maxLength": 40,
		"pattern": "^[A-Za-z0-9_.\\[\\]-]{1,40}$"
	}
} as const;
