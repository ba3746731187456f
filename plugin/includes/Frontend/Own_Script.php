<?php
/**
 * Scripts that visitors' pages load.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

/** Their names are neutral, because content blockers match words such as "record", "consent" and "cookie". */
final class Own_Script {

	public const LOADER = 'build/front/loader.js';

	/** Decides about consent. */
	public const DECISION = 'build/front/choice.js';

	/** The notice. */
	public const NOTICE = 'build/front/panel.js';

	public const RECORDER = 'build/front/visit.js';

	/** The same with the list of sensitive words, for sites that record inputs; the other one treats every field as sensitive. */
	public const RECORDER_WITH_INPUTS = 'build/front/visit-inputs.js';

	/** Address of a script; carries the version, so that a cached page never meets another version's script. */
	public static function address( string $path ): string {
		return add_query_arg( 'ver', CANDID_VERSION, plugins_url( $path, CANDID_FILE ) );
	}
}
