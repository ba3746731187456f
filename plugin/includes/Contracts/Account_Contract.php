<?php
/**
 * Generated from plugin/schemas/account.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** A place recordings go to. */
final class Account_Contract {

	/** The shape, in the keywords of rest_validate_value_from_schema. */
	public const SCHEMA = array(
		'title'                => 'Account',
		'description'          => 'A place recordings go to.',
		'type'                 => 'object',
		'additionalProperties' => false,
		'required'             => array(
			'id',
			'key',
			'name',
			'legal_name',
			'vat_id',
			'created',
		),
		'properties'           => array(
			'id'         => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
			'key'        => array(
				'description' => 'Public, write-only name of the account.',
				'type'        => 'string',
				'pattern'     => '^cnd_[a-z0-9]{32}$',
			),
			'name'       => array(
				'type'      => 'string',
				'maxLength' => 190,
			),
			'legal_name' => array(
				'type'      => 'string',
				'maxLength' => 190,
			),
			'vat_id'     => array(
				'type'      => 'string',
				'maxLength' => 40,
			),
			'created'    => array(
				'description' => 'Unix time, s.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
		),
	);

	/** Values as installed. */
	public const DEFAULTS = array();
}
