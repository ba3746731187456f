<?php
/**
 * Why one entry of a list was not stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

/** Codes; the route /settings has the sentences. */
enum Entry_Fault: string {

	case Is_Empty = 'empty';

	/** Longer than the schema allows. */
	case Too_Long = 'too_long';

	/** No UTF-8, or control characters. */
	case Bad_Characters = 'bad_characters';

	/** A style or HTML in place of a selector. */
	case No_Selector = 'no_selector';

	/** A query key whose value is a secret by its name. */
	case Is_Secret = 'secret';
}
