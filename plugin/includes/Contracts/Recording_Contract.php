<?php
/**
 * Generated from plugin/schemas/recording.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** One tab's visit, as lists and the player's screen get it from /candid/v1/recordings. */
final class Recording_Contract {

	/** The shape, in the keywords of rest_validate_value_from_schema. */
	public const SCHEMA = array(
		'title'                => 'Recording',
		'description'          => 'One tab\'s visit, as lists and the player\'s screen get it from /candid/v1/recordings.',
		'type'                 => 'object',
		'additionalProperties' => false,
		'required'             => array(
			'id',
			'account',
			'started',
			'duration',
			'pages',
			'events',
			'segments',
			'bytes',
			'device',
			'viewport',
			'language',
			'entry',
			'exit',
			'title',
			'referrer',
			'redacted',
			'live',
		),
		'properties'           => array(
			'id'           => array(
				'description' => 'Recording id, 32 hexadecimal digits.',
				'type'        => 'string',
				'pattern'     => '^[0-9a-f]{32}$',
			),
			'account'      => array(
				'description' => 'Row id of the account it was made for.',
				'type'        => 'integer',
				'minimum'     => 1,
			),
			'started'      => array(
				'description' => 'Unix time of the first event, ms, by the server\'s clock.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'duration'     => array(
				'description' => 'From first to last event, ms.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'pages'        => array(
				'description' => 'Number of page views.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'events'       => array(
				'description' => 'Number of rrweb events, counted by the indexer.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'segments'     => array(
				'description' => 'Number of segments in the vault.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'bytes'        => array(
				'description' => 'Size in the vault.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'device'       => array(
				'type' => 'string',
				'enum' => array(
					'desktop',
					'tablet',
					'phone',
				),
			),
			'viewport'     => array(
				'description' => 'First width and height of the window, CSS px.',
				'type'        => 'array',
				'minItems'    => 2,
				'maxItems'    => 2,
				'items'       => array(
					'type'    => 'integer',
					'minimum' => 0,
				),
			),
			'language'     => array(
				'type'      => 'string',
				'maxLength' => 35,
			),
			'entry'        => array(
				'description' => 'Path of the first page view.',
				'type'        => 'string',
				'maxLength'   => 2048,
			),
			'exit'         => array(
				'description' => 'Path of the last page view.',
				'type'        => 'string',
				'maxLength'   => 2048,
			),
			'title'        => array(
				'description' => 'Title of the first page view.',
				'type'        => 'string',
				'maxLength'   => 512,
			),
			'referrer'     => array(
				'type'      => 'string',
				'maxLength' => 2048,
			),
			'redacted'     => array(
				'description' => 'How many values the fence redacted.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'live'         => array(
				'description' => 'Whether a segment came within the last 30 seconds.',
				'type'        => 'boolean',
			),
			'page_views'   => array(
				'description' => 'Chapters; only on a single recording.',
				'type'        => 'array',
				'items'       => array(
					'type'                 => 'object',
					'additionalProperties' => false,
					'required'             => array(
						'n',
						'path',
						'title',
						'started',
						'sequence',
					),
					'properties'           => array(
						'n'        => array(
							'type'    => 'integer',
							'minimum' => 0,
						),
						'path'     => array(
							'type' => 'string',
						),
						'title'    => array(
							'type' => 'string',
						),
						'started'  => array(
							'description' => 'ms since the recording\'s start.',
							'type'        => 'integer',
							'minimum'     => 0,
						),
						'sequence' => array(
							'description' => 'Sequence number of the first segment of this page view.',
							'type'        => 'integer',
							'minimum'     => 0,
						),
					),
				),
			),
			'segment_list' => array(
				'description' => 'Segments in playing order; only on a single recording. Bytes come from /recordings/{id}/segments/{sequence}.',
				'type'        => 'array',
				'items'       => array(
					'type'                 => 'object',
					'additionalProperties' => false,
					'required'             => array(
						'sequence',
						'bytes',
						'page',
					),
					'properties'           => array(
						'sequence' => array(
							'type'    => 'integer',
							'minimum' => 0,
						),
						'bytes'    => array(
							'type'    => 'integer',
							'minimum' => 0,
						),
						'page'     => array(
							'type'    => 'integer',
							'minimum' => 0,
						),
					),
				),
			),
		),
	);

	/** Values as installed. */
	public const DEFAULTS = array();
}
