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
	 * @param string            $id      Name for machines, e.g. "data_key".
	 * @param string            $label   One line that says how it is.
	 * @param string            $status  good, recommended or critical: WordPress' words.
	 * @param string            $message What it means and what to do. Plain text.
	 * @param Check_Remedy|null $remedy  Where in wp-admin the thing is put right; null: nowhere, or the app knows the place.
	 * @phpstan-param self::GOOD|self::RECOMMENDED|self::CRITICAL $status
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $label,
		public readonly string $status,
		public readonly string $message,
		public readonly ?Check_Remedy $remedy = null
	) {
	}

	/**
	 * The check as the route /health gives it.
	 *
	 * @return array{id: string, label: string, status: string, message: string, remedy: array{label: string, url: string}|null}
	 */
	public function to_array(): array {
		return array(
			'id'      => $this->id,
			'label'   => $this->label,
			'status'  => $this->status,
			'message' => $this->message,
			'remedy'  => null === $this->remedy ? null : array(
				'label' => $this->remedy->label,
				'url'   => $this->remedy->url,
			),
		);
	}
}
