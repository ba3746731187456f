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
			'maskPage' => array(
				'description' => 'Whether this page shows personal data by its nature (account, order received, reset password): every text is masked, whatever the preset.',
				'type'        => 'boolean',
			),
		),
	);

	/** Values as installed. */
	public const DEFAULTS = array();
}
