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
		'account_key'        => '',
		'record_inputs'      => false,
		'preset'             => 'balanced',
		'blocked_selectors'  => array(),
		'allowed_query_keys' => array(),
	);
}
