<?php
/**
 * Generated from plugin/schemas/front-config.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** What the loader and the recorder read from the one JSON tag in a page (id candid-config). The same for every visitor: page caches may keep it. */
final class Front_Config_Contract {

	/** The shape, in the keywords of rest_validate_value_from_schema. */
	public const SCHEMA = array(
		'title'                => 'FrontConfig',
		'description'          => 'What the loader and the recorder read from the one JSON tag in a page (id candid-config). The same for every visitor: page caches may keep it.',
		'type'                 => 'object',
		'additionalProperties' => false,
		'required'             => array(
			'v',
			'door',
			'key',
			'recorder',
			'inputs',
			'preset',
			'block',
			'keep',
			'maskPage',
			'consent',
		),
		'properties'           => array(
			'v'        => array(
				'type' => 'integer',
				'enum' => array(
					1,
				),
			),
			'door'     => array(
				'description' => 'Address that takes segments.',
				'type'        => 'string',
			),
			'key'      => array(
				'description' => 'Account key.',
				'type'        => 'string',
			),
			'recorder' => array(
				'description' => 'Address of the recorder script.',
				'type'        => 'string',
			),
			'inputs'   => array(
				'description' => 'settings.record_inputs',
				'type'        => 'boolean',
			),
			'preset'   => array(
				'type' => 'string',
				'enum' => array(
					'strict',
					'balanced',
					'open',
				),
			),
			'block'    => array(
				'description' => 'settings.blocked_selectors after the filter candid_blocked_selectors',
				'type'        => 'array',
				'items'       => array(
					'type' => 'string',
				),
			),
			'keep'     => array(
				'description' => 'settings.allowed_query_keys',
				'type'        => 'array',
				'items'       => array(
					'type' => 'string',
				),
			),
			'loggedIn' => array(
				'description' => 'settings.logged_in; without one, mask',
				'type'        => 'string',
				'enum'        => array(
					'skip',
					'mask',
					'same',
				),
			),
			'open'     => array(
				'description' => 'Digests of the paths whose pages are never masked as a whole, and of paths ending in /* that stand for all below. A page that is reached without a reload under any other path is masked. Without them, every such page.',
				'type'        => 'array',
				'items'       => array(
					'type' => 'string',
				),
			),
			'search'   => array(
				'description' => 'What stands before a search text in paths of this site, beside the words of the rules.',
				'type'        => 'array',
				'items'       => array(
					'type' => 'string',
				),
			),
			'maskPage' => array(
				'description' => 'Whether this page shows personal data by its nature (account, order received, reset password): every text is masked, whatever the preset.',
				'type'        => 'boolean',
			),
			'consent'  => array(
				'description'          => 'How visitors of the page agree, and what the notice says.',
				'type'                 => 'object',
				'additionalProperties' => false,
				'required'             => array(
					'mode',
					'category',
					'signals',
					'version',
					'script',
					'erase',
					'notice',
				),
				'properties'           => array(
					'mode'     => array(
						'description' => 'settings.consent',
						'type'        => 'string',
						'enum'        => array(
							'ask',
							'plugin',
							'without',
						),
					),
					'category' => array(
						'description' => 'settings.consent_category',
						'type'        => 'string',
					),
					'signals'  => array(
						'description' => 'settings.privacy_signals',
						'type'        => 'string',
						'enum'        => array(
							'obey',
							'yes_wins',
							'ignore',
						),
					),
					'version'  => array(
						'description' => 'Version of the texts that a visitor agrees to: another one asks anew.',
						'type'        => 'string',
					),
					'script'   => array(
						'description' => 'Address of the script that decides.',
						'type'        => 'string',
					),
					'erase'    => array(
						'description' => 'Address that erases a recording.',
						'type'        => 'string',
					),
					'notice'   => array(
						'type'                 => 'object',
						'additionalProperties' => false,
						'required'             => array(
							'script',
							'place',
							'colors',
							'language',
							'title',
							'text',
							'accept',
							'refuse',
							'close',
							'more',
							'policy',
						),
						'properties'           => array(
							'script'   => array(
								'description' => 'Address of the notice\'s script.',
								'type'        => 'string',
							),
							'place'    => array(
								'type' => 'string',
								'enum' => array(
									'bar',
									'corner',
									'inline',
								),
							),
							'colors'   => array(
								'type' => 'string',
								'enum' => array(
									'theme',
									'light',
									'dark',
								),
							),
							'language' => array(
								'description' => 'Language tag of the texts (BCP 47).',
								'type'        => 'string',
							),
							'title'    => array(
								'type' => 'string',
							),
							'text'     => array(
								'type' => 'string',
							),
							'accept'   => array(
								'type' => 'string',
							),
							'refuse'   => array(
								'type' => 'string',
							),
							'close'    => array(
								'description' => 'Name of the button that closes the notice without an answer, where the visitor opened the notice.',
								'type'        => 'string',
							),
							'more'     => array(
								'description' => 'Text of the link to the privacy policy.',
								'type'        => 'string',
							),
							'policy'   => array(
								'description' => 'Address of the privacy policy; empty when there is none.',
								'type'        => 'string',
							),
						),
					),
				),
			),
		),
	);

	/** Values as installed. */
	public const DEFAULTS = array();
}
