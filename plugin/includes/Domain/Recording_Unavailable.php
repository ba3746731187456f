<?php
/**
 * One recording that cannot be written now.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** A file, a folder or a row of one recording cannot be written, while those of others can. Its segments are set aside; the others go on. */
final class Recording_Unavailable extends Failure {
}
