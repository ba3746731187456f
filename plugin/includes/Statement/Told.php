<?php
/**
 * What the site tells its visitors.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Statement;

/** What the published policy says about recordings. */
enum Told {

	/** Visits are recorded, and recordings stay on this site: true of this site. */
	case Recordings;

	/** Who may collect personal data, with a third party: true of the account in force. Not that visits are recorded. */
	case Collection;

	/** A statement that is not true of the account in force. */
	case Something_Else;

	case Nothing;
}
