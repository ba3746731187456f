<?php
/**
 * The result of one health check.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

/** What was looked at, how it is, and what to do. */
final class Check {

	public const GOOD        = 'good';
	public const RECOMMENDED = 'recommended';
	public const CRITICAL    = 'critical';

	/**
	 * A result.
	 *
	 * @param string $id      Name for machines, e.g. "data_key".
	 * @param string $label   One line that says how it is.
	 * @param string $status  good, recommended or critical: WordPress' words.
	 * @param string $message What it means and what to do. Plain text.
	 * @phpstan-param self::GOOD|self::RECOMMENDED|self::CRITICAL $status
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $label,
		public readonly string $status,
		public readonly string $message,
	) {}

	/**
	 * The check as the route /health gives it.
	 *
	 * @return array{id: string, label: string, status: string, message: string}
	 */
	public function to_array(): array {
		return array(
			'id'      => $this->id,
			'label'   => $this->label,
			'status'  => $this->status,
			'message' => $this->message,
		);
	}
}
