<?php
/**
 * Generated from plugin/schemas/privacy-rules.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** What is sensitive, what is personal, and which mark-up asks for protection. The recorder and the fence read the same list. */
final class Privacy_Rules_Contract {

	/** The rules; the same data that the browser has. */
	public const RULES = array();
}
