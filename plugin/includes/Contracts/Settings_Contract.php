<?php
/**
 * Generated from plugin/schemas/settings.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** What the owner chose. Stored in the option candid_settings; served and taken by /candid/v1/settings. */
final class Settings_Contract {

	/** The shape, in the keywords of rest_validate_value_from_schema. */
	public const SCHEMA = array(
		'title'                => 'Settings',
		'description'          => 'What the owner chose. Stored in the option candid_settings; served and taken by /candid/v1/settings.',
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => array(
			'recording'          => array(
				'description' => 'Whether visits are recorded. Off as installed: nothing is recorded before an owner turns it on.',
				'type'        => 'boolean',
				'default'     => false,
			),
			'consent'            => array(
				'description' => 'How visitors agree to being recorded. ask: Candid\'s own notice asks, and nothing is recorded before a yes. plugin: a consent plugin asks, and its answer is followed. without: visits are recorded without asking; the owner has stated that the law that holds for the site allows that. A site that stored no choice asks.',
				'type'        => 'string',
				'enum'        => array(
					'ask',
					'plugin',
					'without',
				),
				'default'     => 'ask',
			),
			'consent_category'   => array(
				'description' => 'Category of the WP Consent API under which a consent plugin asks for recordings.',
				'type'        => 'string',
				'enum'        => array(
					'functional',
					'preferences',
					'statistics-anonymous',
					'statistics',
					'marketing',
				),
				'default'     => 'statistics',
			),
			'privacy_signals'    => array(
				'description' => 'What Global Privacy Control and Do Not Track mean, in every mode. obey: who sends one is not recorded. yes_wins: as obey, but a yes of the visitor to being recorded wins. ignore: nothing.',
				'type'        => 'string',
				'enum'        => array(
					'obey',
					'yes_wins',
					'ignore',
				),
				'default'     => 'obey',
			),
			'notice_place'       => array(
				'description' => 'Where Candid\'s notice stands. bar: along the lower edge of the window. corner: in its lower corner. inline: at the end of the page, as a part of the page.',
				'type'        => 'string',
				'enum'        => array(
					'bar',
					'corner',
					'inline',
				),
				'default'     => 'bar',
			),
			'notice_colors'      => array(
				'description' => 'Colors of Candid\'s notice. theme: those of the theme.',
				'type'        => 'string',
				'enum'        => array(
					'theme',
					'light',
					'dark',
				),
				'default'     => 'theme',
			),
			'notice_texts'       => array(
				'description' => 'The owner\'s words for Candid\'s notice, by language. An empty text leaves Candid\'s own.',
				'type'        => 'array',
				'maxItems'    => 24,
				'items'       => array(
					'type'                 => 'object',
					'additionalProperties' => false,
					'required'             => array(
						'language',
						'title',
						'text',
						'accept',
						'refuse',
					),
					'properties'           => array(
						'language' => array(
							'description' => 'ISO 639 code, as a locale begins.',
							'type'        => 'string',
							'pattern'     => '^[a-z]{2,3}$',
							'maxLength'   => 3,
						),
						'title'    => array(
							'type'      => 'string',
							'maxLength' => 80,
						),
						'text'     => array(
							'type'      => 'string',
							'maxLength' => 600,
						),
						'accept'   => array(
							'type'      => 'string',
							'maxLength' => 40,
						),
						'refuse'   => array(
							'type'      => 'string',
							'maxLength' => 40,
						),
					),
				),
				'default'     => array(),
			),
			'account_key'        => array(
				'description' => 'Where recordings go. Empty: this site\'s own account. Else a Candid key (cnd_ and 32 letters or digits) or a Smartsupp key (40 hexadecimal digits).',
				'type'        => 'string',
				'pattern'     => '^(|cnd_[a-z0-9]{32}|[0-9a-f]{40})$',
				'maxLength'   => 40,
				'default'     => '',
			),
			'record_inputs'      => array(
				'description' => 'Whether form inputs that are not sensitive are recorded. Off as installed.',
				'type'        => 'boolean',
				'default'     => false,
			),
			'preset'             => array(
				'description' => 'How much of the page is shown. strict: all text masked, no media. balanced: text that looks personal masked. open: text as it is. Sensitive values are never recorded in any of them.',
				'type'        => 'string',
				'enum'        => array(
					'strict',
					'balanced',
					'open',
				),
				'default'     => 'balanced',
			),
			'logged_in'          => array(
				'description' => 'Visitors who are logged in and do not work on the site. skip: not recorded. mask: recorded with all text masked, as installed. same: recorded like everybody.',
				'type'        => 'string',
				'enum'        => array(
					'skip',
					'mask',
					'same',
				),
				'default'     => 'mask',
			),
			'blocked_selectors'  => array(
				'description' => 'CSS selectors of elements that are never recorded. The pattern keeps out what could leave the page\'s JSON or a style sheet; whether a text is a selector is for browsers to say: a visitor\'s browser that cannot parse one records nothing.',
				'type'        => 'array',
				'maxItems'    => 50,
				'uniqueItems' => true,
				'items'       => array(
					'type'      => 'string',
					'pattern'   => '^[^<{}\\x00-\\x1F\\x7F]*$',
					'minLength' => 1,
					'maxLength' => 200,
				),
				'default'     => array(),
			),
			'allowed_query_keys' => array(
				'description' => 'Query keys kept in recorded addresses beside the built-in harmless ones.',
				'type'        => 'array',
				'maxItems'    => 50,
				'uniqueItems' => true,
				'items'       => array(
					'type'      => 'string',
					'pattern'   => '^[A-Za-z0-9_.\\[\\]-]{1,40}$',
					'maxLength' => 40,
				),
				'default'     => array(),
			),
		),
	);

	/** Values as installed. */
	public const DEFAULTS = array(
		'recording'          => false,
		'consent'            => 'ask',
		'consent_category'   => 'statistics',
		'privacy_signals'    => 'obey',
		'notice_place'       => 'bar',
		'notice_colors'      => 'theme',
		'notice_texts'       => array(),
		'account_key'        => '',
		'record_inputs'      => false,
		'preset'             => 'balanced',
		'logged_in'          => 'mask',
		'blocked_selectors'  => array(),
		'allowed_query_keys' => array(),
	);
}
