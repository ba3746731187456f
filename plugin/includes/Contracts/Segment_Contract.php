<?php
/**
 * Generated from plugin/schemas/segment.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** One upload: a fixed binary header (big-endian), the account key, then the body: NDJSON, gzipped when the flag says so. Line 1 of the body is the envelope, every further line is one rrweb event. */
final class Segment_Contract {

	/** The shape, in the keywords of rest_validate_value_from_schema. */
	public const SCHEMA = array(
		'title'                => 'Segment',
		'description'          => 'One upload: a fixed binary header (big-endian), the account key, then the body: NDJSON, gzipped when the flag says so. Line 1 of the body is the envelope, every further line is one rrweb event.',
		'type'                 => 'object',
		'additionalProperties' => false,
		'required'             => array(
			'v',
			'page',
			'url',
			'title',
			'started',
			'sent',
			'viewport',
			'screen',
			'device',
			'language',
			'preset',
			'inputs',
		),
		'properties'           => array(
			'v'        => array(
				'description' => 'Envelope version.',
				'type'        => 'integer',
				'enum'        => array(
					1,
				),
			),
			'page'     => array(
				'description' => 'Ordinal of the page view inside the recording, from 0.',
				'type'        => 'integer',
				'minimum'     => 0,
				'maximum'     => 1000,
			),
			'url'      => array(
				'description' => 'Address of the page, already scrubbed by the recorder.',
				'type'        => 'string',
				'maxLength'   => 2048,
			),
			'title'    => array(
				'description' => 'Title of the page, already scrubbed.',
				'type'        => 'string',
				'maxLength'   => 512,
			),
			'referrer' => array(
				'description' => 'Where the visitor came from, already scrubbed; only on the first page view.',
				'type'        => 'string',
				'maxLength'   => 2048,
			),
			'started'  => array(
				'description' => 'Unix time of the page view\'s start by the visitor\'s clock, ms.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'sent'     => array(
				'description' => 'Unix time of sealing by the visitor\'s clock, ms. With the receive time it gives the skew.',
				'type'        => 'integer',
				'minimum'     => 0,
			),
			'viewport' => array(
				'description' => 'Width and height of the window, CSS px.',
				'type'        => 'array',
				'minItems'    => 2,
				'maxItems'    => 2,
				'items'       => array(
					'type'    => 'integer',
					'minimum' => 0,
					'maximum' => 16384,
				),
			),
			'screen'   => array(
				'description' => 'Width and height of the screen, CSS px.',
				'type'        => 'array',
				'minItems'    => 2,
				'maxItems'    => 2,
				'items'       => array(
					'type'    => 'integer',
					'minimum' => 0,
					'maximum' => 32768,
				),
			),
			'device'   => array(
				'type' => 'string',
				'enum' => array(
					'desktop',
					'tablet',
					'phone',
				),
			),
			'language' => array(
				'description' => 'The browser\'s first language.',
				'type'        => 'string',
				'maxLength'   => 35,
			),
			'preset'   => array(
				'description' => 'Preset in force when the segment was made.',
				'type'        => 'string',
				'enum'        => array(
					'strict',
					'balanced',
					'open',
				),
			),
			'inputs'   => array(
				'description' => 'Whether form inputs were recorded when the segment was made.',
				'type'        => 'boolean',
			),
			'ended'    => array(
				'description' => 'Why the recording ended, on its last segment. "cost": even at its lowest detail the recorder took too much of the page\'s time.',
				'type'        => 'string',
				'enum'        => array(
					'left',
					'stopped',
					'limit',
					'error',
					'selector',
					'cost',
				),
			),
		),
	);

	/** Values as installed. */
	public const DEFAULTS = array();

	/** Length of the fixed header. */
	public const HEADER_BYTES = 36;

	/** First bytes of every segment. */
	public const MAGIC = 'CND';

	/** Where each field starts. */
	public const OFFSETS = array(
		'magic'           => 0,
		'version'         => 3,
		'flags'           => 4,
		'accountKeyBytes' => 5,
		'reserved'        => 6,
		'recordingKey'    => 8,
		'sequence'        => 24,
		'bodyBytes'       => 28,
		'crc32'           => 32,
	);

	/** Bits of the flags byte. */
	public const FLAGS = array(
		'gzip'    => 1,
		'pageEnd' => 2,
	);

	/** Limits both sides keep. */
	public const LIMITS = array(
		'protocolVersion'      => 1,
		'contentType'          => 'application/octet-stream',
		'maxBodyBytes'         => 1048576,
		'maxDecodedBytes'      => 8388608,
		'maxLineBytes'         => 6291456,
		'maxEnvelopeBytes'     => 8192,
		'maxSequence'          => 20000,
		'targetBodyBytes'      => 14336,
		'sealEveryMs'          => 5000,
		'keepaliveBudgetBytes' => 60000,
		'maxPages'             => 1000,
		'maxEventsPerSegment'  => 50000,
		'maxReadMs'            => 1000,
	);
}
