<?php
/**
 * Candid in Tools → Site Health.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Service;

/** Shows the checks where WordPress shows its own. */
final class Site_Health implements Service {

	public function __construct( private readonly Health_Report $report ) {
	}

	public function register_hooks(): void {
		add_filter( 'site_status_tests', array( $this, 'add_tests' ) );
		add_filter( 'debug_information', array( $this, 'add_debug_information' ) );
	}

	/**
	 * One test per check.
	 *
	 * @param mixed $tests Tests so far.
	 * @return mixed
	 */
	public function add_tests( mixed $tests ): mixed {
		if ( ! is_array( $tests ) ) {
			return $tests;
		}
		foreach ( $this->report->checks() as $check ) {
			$tests['direct'][ 'candid_' . $check->id ] = array(
				'label' => $check->label,
				'test'  => fn(): array => $this->result_of( $check ),
			);
		}
		return $tests;
	}

	/**
	 * The same, as text to copy. Holds no key and nothing personal.
	 *
	 * @param mixed $information Information so far.
	 * @return mixed
	 */
	public function add_debug_information( mixed $information ): mixed {
		if ( ! is_array( $information ) ) {
			return $information;
		}
		$fields = array(
			'version' => array(
				'label' => __( 'Version', 'candid' ),
				'value' => CANDID_VERSION,
			),
		);
		foreach ( $this->report->checks() as $check ) {
			$fields[ $check->id ] = array(
				'label' => $check->label,
				'value' => $check->message,
				'debug' => $check->status,
			);
		}
		$information['candid'] = array(
			'label'  => 'Candid',
			'fields' => $fields,
		);
		return $information;
	}

	/**
	 * A result in the shape of Site Health.
	 *
	 * @param Check $check The check.
	 * @return array{label: string, status: string, badge: array{label: string, color: string}, description: string, actions: string, test: string}
	 */
	private function result_of( Check $check ): array {
		$links = array();
		if ( Check::GOOD !== $check->status && null !== $check->remedy ) {
			$links[ $check->remedy->url ] = $check->remedy->label;
		}
		if ( Check::GOOD !== $check->status ) {
			// Not from Admin: that room shows the checks, and knows this one.
			$screen           = add_query_arg(
				array(
					'page' => 'candid',
					'p'    => rawurlencode( '/health' ),
				),
				admin_url( 'admin.php' )
			);
			$links[ $screen ] = __( 'Open Candid’s Health screen', 'candid' );
		}
		$actions = '';
		foreach ( $links as $url => $label ) {
			$actions .= sprintf( '<p><a href="%s">%s</a></p>', esc_url( $url ), esc_html( $label ) );
		}
		return array(
			'label'       => $check->label,
			'status'      => $check->status,
			'badge'       => array(
				'label' => __( 'Privacy', 'candid' ),
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html( $check->message ) . '</p>',
			'actions'     => $actions,
			'test'        => 'candid_' . $check->id,
		);
	}
}
